package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a beginning says nothing about: a server's, a host's, or that of a clock. */
class FailureAfterStartTest {
  private static TestDatabase database;

  private final List<String> tried = new ArrayList<>();

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  /** Three hosts, none of which is ever confirmed to be off. */
  private World world() {
    World world = new World(database, 3);
    world.fence(
        id -> {
          tried.add(id);
          return Fence.Outcome.notConfirmed("the controller does not answer");
        });
    world.pass(Duration.ofMinutes(3));
    return world;
  }

  private static FakeHost first(World world) {
    return world.hosts().iterator().next();
  }

  private static String standing(World world, FakeHost host) {
    return world.cloud().shownHost(host.id()).standing();
  }

  private World oneIsBeingFenced() {
    World world = world();
    world.silence(first(world).id());
    world.pass(Duration.ofMinutes(3));
    assertThat(standing(world, first(world))).isEqualTo("FENCING");
    assertThat(tried).isNotEmpty();
    return world;
  }

  @Test
  void serversThatBeginSwitchNothingOffBeforeHostsCouldComeBack() {
    World world = oneIsBeingFenced();
    tried.clear();
    world.time().advance(Duration.ofMinutes(10));

    world.pass(Duration.ofSeconds(110));

    assertThat(tried).isEmpty();
    world.pass(Duration.ofSeconds(30));
    assertThat(tried).as("it is silent still").contains(first(world).id());
  }

  @Test
  void brakeHoldsOnWhenAServerBegins() {
    World world = oneIsBeingFenced();
    world.hosts().forEach(host -> world.silence(host.id()));
    world.pass(Duration.ofSeconds(60));
    assertThat(world.cloud().listHosts().brake()).isNotNull();
    tried.clear();
    world.crashServer();
    world.time().advance(Duration.ofSeconds(20));

    for (int i = 0; i < 60; i++) {
      world.pass(Duration.ofSeconds(5));
      assertThat(world.cloud().listHosts().brake()).isNotNull();
    }

    assertThat(tried).isEmpty();
  }

  @Test
  void hostThatIsEnrolledAgainIsGivenTheTimeToSpeak() {
    World world = oneIsBeingFenced();
    FakeHost host = first(world);
    world.cloud().enrolAgain(host.id(), world.time());
    tried.clear();

    world.pass(Duration.ofSeconds(100));

    assertThat(standing(world, host)).isEqualTo("ACTIVE");
    world.pass(Duration.ofSeconds(40));
    assertThat(standing(world, host)).as("it has not used it").isEqualTo("FENCING");
  }

  @Test
  void hostThatCameBackIntoServiceFailsAsSoonAfterTheClockWasSetBack() {
    World world = world();
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.cloud().maintenance().returns(host.id());
    world.time().advance(Duration.ofHours(-5));
    world.silence(host.id());

    world.pass(Duration.ofMinutes(5));

    assertThat(tried).contains(host.id());
  }
}
