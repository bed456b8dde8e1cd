package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.instances.control.ScreenshotWait;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Fault;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screenshots and interrupts: what needs the guest at this very moment. */
class GuestAccessTest {
  private static final String JPEG = "/9j/4AAQSkZJRg==";

  private static TestDatabase database;
  private World world;
  private Owner owner;
  private FakeHost host;
  private String id = "";

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void runOne() {
    world = new World(database, 1);
    owner = new Owner(world);
    host = world.hosts().iterator().next();
    id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    answers(JPEG, null, false);
  }

  private void answers(@Nullable String image, @Nullable String problem, boolean hopeless) {
    host.screenshots(
        command ->
            Optional.of(
                new NodeReport.Screenshot(
                    command.screenshotId(), command.instanceId(), image, problem, hopeless)));
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(code, ApiException::code);
  }

  @Test
  void displayIsShown() {
    assertThat(owner.looksAt(id)).isEqualTo(JPEG);
    world.pass(Duration.ofMinutes(1));
    assertThat(world.moves().stream().filter("deliver TakeScreenshot"::equals)).hasSize(1);
  }

  @Test
  void lostQuestionAndLostAnswerAreRepeated() {
    for (int ahead = 1; ahead <= 2; ahead++) {
      world.plan(world.moves().size() + ahead, Fault.LOSE);
      assertThat(owner.looksAt(id)).isEqualTo(JPEG);
      world.pass(Duration.ofSeconds(5));
    }
  }

  @Test
  void silenceIsToldInTimeAndMayBeTriedAgain() {
    host.screenshots(command -> Optional.empty());
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> owner.looksAt(id));
    answers(JPEG, null, false);
    world.pass(Duration.ofMinutes(1));
    assertThat(owner.looksAt(id)).isEqualTo(JPEG);
  }

  @Test
  void missingDisplayIsUnsupportedAndAPassingProblemIsNot() {
    answers(null, "no display", true);
    assertRefused(ErrorCode.UNSUPPORTED_OPERATION, () -> owner.looksAt(id));
    world.pass(Duration.ofSeconds(5));
    answers(null, "libvirt does not answer", false);
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> owner.looksAt(id));
  }

  @Test
  void whatIsNoPictureIsNotPassedOn() {
    answers("PGh0bWw+", null, false);
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> owner.looksAt(id));
  }

  @Test
  void answerAboutAnotherInstanceIsIgnored() {
    host.screenshots(
        command ->
            Optional.of(
                new NodeReport.Screenshot(
                    command.screenshotId(), "i-00000000000000000", JPEG, null, false)));
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> owner.looksAt(id));
  }

  @Test
  void hostsWordsAreShownWithoutControlCharacters() {
    answers(null, "no\u0000display\u001b[2J", true);
    assertThatThrownBy(() -> owner.looksAt(id)).hasMessageContaining("no?display?[2J");
  }

  @Test
  void whatAGuestShowedIsForgotten() {
    assertThat(owner.looksAt(id)).isEqualTo(JPEG);
    assertThat(world.cloud().screenshots().purge()).isZero();
    world.pass(Duration.ofSeconds(50));
    assertThat(world.cloud().screenshots().purge()).isEqualTo(1);
  }

  @Test
  void answerOfAnotherHostIsIgnored() {
    World two = new World(database, 2);
    Owner launcher = new Owner(two);
    String lonely = launcher.runs(1).get(0);
    launcher.awaitsSettled(lonely, InstanceState.RUNNING);
    List<FakeHost> both = List.copyOf(two.hosts());
    // Whichever host is asked, the other one answers.
    letAnswerFor(both.get(0), both.get(1), two);
    letAnswerFor(both.get(1), both.get(0), two);
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> launcher.looksAt(lonely));
  }

  private static void letAnswerFor(FakeHost asked, FakeHost other, World world) {
    asked.screenshots(
        command -> {
          world.report(
              other.report(
                  new NodeReport.Screenshot(
                      command.screenshotId(), command.instanceId(), JPEG, null, false)));
          return Optional.empty();
        });
  }

  @Test
  void firstAnswerStands() {
    host.screenshots(
        command -> {
          world.report(
              host.report(
                  new NodeReport.Screenshot(
                      command.screenshotId(), command.instanceId(), JPEG, null, false)));
          return Optional.of(
              new NodeReport.Screenshot(
                  command.screenshotId(), command.instanceId(), null, "changed my mind", true));
        });
    assertThat(owner.looksAt(id)).isEqualTo(JPEG);
  }

  @Test
  void pictureThatIsTooLargeIsNotTaken() {
    byte[] large = new byte[NodeReport.Screenshot.MOST_IMAGE_BYTES + 4];
    large[0] = (byte) 0xff;
    large[1] = (byte) 0xd8;
    large[2] = (byte) 0xff;
    answers(Base64.getEncoder().encodeToString(large), null, false);
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> owner.looksAt(id));
  }

  /** How many wait at once, if each of them brings another one of the account that is named. */
  private int waitersOf(IntFunction<String> accounts) {
    AtomicInteger waiting = new AtomicInteger();
    AtomicReference<ScreenshotWait> wait = new AtomicReference<>();
    ThrowingCallable next =
        () ->
            Objects.requireNonNull(wait.get()).await(accounts.apply(waiting.get()), "shot-unknown");
    wait.set(
        new ScreenshotWait(
            world.cloud().screenshots(),
            pause -> {
              waiting.incrementAndGet();
              Objects.requireNonNull(wait.get())
                  .await(accounts.apply(waiting.get()), "shot-unknown");
            }));
    assertRefused(ErrorCode.REQUEST_LIMIT_EXCEEDED, next);
    return waiting.get();
  }

  @Test
  void fewMayWaitAtOnceAndFewerOfOneAccount() {
    assertThat(waitersOf(index -> "one account")).isEqualTo(3);
    assertThat(waitersOf(index -> "account " + index)).isEqualTo(8);
  }

  @Test
  void interruptIsSentOnceAndNotRepeated() {
    owner.interrupts(id);
    world.pass(Duration.ofMinutes(2));
    assertThat(host.interrupts()).isEqualTo(1);
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
    world.plan(world.moves().size(), Fault.LOSE);
    owner.interrupts(id);
    world.pass(Duration.ofMinutes(2));
    assertThat(host.interrupts()).as("lost is lost").isEqualTo(1);
  }

  @Test
  void doubledInterruptIsOne() {
    world.plan(world.moves().size(), Fault.REPEAT);
    owner.interrupts(id);
    world.pass(Duration.ofMinutes(2));
    assertThat(host.interrupts()).isEqualTo(1);
  }

  @Test
  void guestOfASilentHostIsNotReached() {
    world.silence(host.id());
    world.pass(Duration.ofMinutes(1));
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> owner.looksAt(id));
    assertRefused(ErrorCode.SERVICE_UNAVAILABLE, () -> owner.interrupts(id));
  }

  @Test
  void onlyWhatRunsCanBeReached() {
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    assertRefused(ErrorCode.INCORRECT_INSTANCE_STATE, () -> owner.looksAt(id));
    assertRefused(ErrorCode.INCORRECT_INSTANCE_STATE, () -> owner.interrupts(id));
    assertRefused(
        ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND, () -> owner.looksAt("i-00000000000000000"));
    assertRefused(ErrorCode.INVALID_INSTANCE_ID_MALFORMED, () -> owner.interrupts("x"));
  }
}
