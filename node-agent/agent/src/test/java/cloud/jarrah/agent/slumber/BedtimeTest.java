package cloud.jarrah.agent.slumber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.MovableClock;
import cloud.jarrah.agent.fakes.ScriptedSleeper;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.node.NodeReport.Slumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an agent knows of a machine that an agent before it has told to sleep. */
class BedtimeTest {
  @TempDir private Path directory = Path.of("");

  private final MovableClock clock = new MovableClock();
  private final ScriptedSleeper sleeper = new ScriptedSleeper();

  private Bedtime open() throws IOException {
    return Bedtime.open(directory, Durability.PROCESS_DEATH, sleeper, clock);
  }

  /** What is left on the disk by an agent that is killed while the machine falls asleep. */
  private void killedWhileItFallsAsleep(Duration length) throws IOException {
    FallingAsleep.open(directory, Durability.PROCESS_DEATH, clock).begin(length);
  }

  private Path mark() {
    return directory.resolve("falling-asleep");
  }

  private static FutureTask<Void> stayAwake(Bedtime bedtime, long order) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              bedtime.stayAwake(order);
              return null;
            });
    new Thread(task, "stay awake").start();
    return task;
  }

  @Test
  void machineMayFallAsleepForTheRestOfTheTime() throws Exception {
    killedWhileItFallsAsleep(Duration.ofSeconds(90));
    clock.advance(Duration.ofSeconds(80));
    Bedtime bedtime = open();
    FutureTask<Void> answer = stayAwake(bedtime, 2);
    await().during(Duration.ofMillis(300)).until(() -> !answer.isDone());
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 0));
    clock.advance(Duration.ofSeconds(10));
    await().until(answer::isDone);
    answer.get();
    assertThat(bedtime.slumber()).isEqualTo(new Slumber(ScriptedSleeper.MAC, 2));
    assertThat(mark()).doesNotExist();
  }

  @Test
  @Timeout(20)
  void machineThatMayFallAsleepIsNotToldToSleepAgain() throws Exception {
    killedWhileItFallsAsleep(Duration.ofMillis(500));
    long before = System.nanoTime();
    Bedtime bedtime = open();
    bedtime.sleep(3, () -> false);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(400));
    assertThat(sleeper.slept()).isEqualTo(1);
  }

  @Test
  @Timeout(20)
  void oldMarkHoldsNothingUp() throws Exception {
    killedWhileItFallsAsleep(Duration.ofSeconds(90));
    clock.advance(Duration.ofSeconds(90));
    open().stayAwake(2);
    assertThat(mark()).doesNotExist();
  }

  /** The clock stands still after that: only the time that the machine is awake ends it. */
  @Test
  @Timeout(20)
  void markOfAClockThatWasSetBackHoldsNoLongerThanAnyOther() throws Exception {
    killedWhileItFallsAsleep(Duration.ofMillis(500));
    clock.advance(Duration.ofDays(-1));
    long before = System.nanoTime();
    Bedtime bedtime = open();
    bedtime.stayAwake(2);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(400));
  }

  @Test
  void sleepThatIsOverLeavesNoMark() throws Exception {
    open().sleep(1, () -> false);
    assertThat(sleeper.slept()).isEqualTo(1);
    assertThat(mark()).doesNotExist();
  }

  @Test
  @Timeout(20)
  void sleepThatFailedHoldsNothingUp() throws Exception {
    sleeper.fails();
    Bedtime bedtime = open();
    assertThatThrownBy(() -> bedtime.sleep(1, () -> false)).isInstanceOf(IOException.class);
    assertThat(mark()).doesNotExist();
    bedtime.stayAwake(2);
  }

  @Test
  void markThatCannotBeReadIsSaid() throws Exception {
    Files.writeString(mark(), "tomorrow");
    assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("falling");
    Files.writeString(mark(), "tomorrow PT1M");
    assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("falling");
  }
}
