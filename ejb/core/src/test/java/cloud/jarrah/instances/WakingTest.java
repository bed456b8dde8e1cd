package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.SleepingHosts;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sleeping hosts that are brought back, are left alone, or are ahead of their rows. */
class WakingTest {
  private final TestDatabase database = TestDatabase.create();
  private final SleepingHosts hosts = new SleepingHosts(database);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatWaitsForAHostRunsOnceThatIsBroughtBack() {
    World world = hosts.asleep(1, 0);
    FakeHost host = SleepingHosts.first(world);
    host.slumber().wakeable(false);
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.until(
        "given up", () -> SleepingHosts.shown(world, host.id()).power().equals("UNWAKEABLE"));
    host.slumber().wakeable(true);
    world.cloud().maintenance().returns(host.id());
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(expiredCommands(world)).as("commands that waited for it, and expired").isZero();
  }

  private static long expiredCommands(World world) {
    return world.inTransaction(
        () ->
            world
                .cloud()
                .figure(
                    "select count(c) from OutgoingCommand c where c.state ="
                        + " cloud.jarrah.platform.nodes.OutgoingCommand$State.EXPIRED"));
  }

  @Test
  void nobodySwitchesOnAHostInMaintenance() {
    World world = hosts.asleep(2, 0);
    FakeHost host = SleepingHosts.first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.until(
        "maintenance", () -> SleepingHosts.shown(world, host.id()).duty().equals("MAINTENANCE"));
    world.waker().savesNoPower(world);
    world.pass(Duration.ofMinutes(3));
    assertThat(world.waker().packets()).isNotEmpty().doesNotContain(host.id());
    assertThat(world.waker().switchedOn()).isNotEmpty().doesNotContain(host.id());
    assertThat(SleepingHosts.sleeping(world)).containsExactly(host.id());
    world.cloud().maintenance().returns(host.id());
    world.until("it is back", () -> SleepingHosts.shown(world, host.id()).power().equals("AWAKE"));
  }

  @Test
  void aHostIsWokenAlsoAfterTheDatabasesClockWasSetBack() {
    World world = hosts.asleep(1, 0);
    FakeHost host = SleepingHosts.first(world);
    host.slumber().wakeable(false);
    Owner owner = new Owner(world);
    owner.runs(1);
    world.pass(Duration.ofMinutes(1));
    world.time().advance(Duration.ofHours(-1));
    world.pass(Duration.ofMinutes(1));
    host.slumber().wakeable(true);
    world.pass(Duration.ofMinutes(1));
    assertThat(SleepingHosts.shown(world, host.id()).power()).isEqualTo("AWAKE");
  }

  @Test
  void aHostThatKnowsMoreOrdersThanItsRowSleepsAllTheSame() {
    World world = hosts.asleep(1, 0);
    FakeHost host = SleepingHosts.first(world);
    Owner owner = new Owner(world);
    for (int round = 0; round < 2; round++) {
      String id = SleepingHosts.run(world, 1).get(0);
      owner.terminates(id);
      world.until("it sleeps again", () -> host.slumber().asleep());
    }
    String id = SleepingHosts.run(world, 1).get(0);
    world.inTransaction(
        () ->
            database
                .entityManager()
                .createQuery("update Host h set h.power.number = 0")
                .executeUpdate());
    owner.terminates(id);
    world.until("it sleeps", () -> host.slumber().asleep());
    assertThat(SleepingHosts.shown(world, host.id()).power()).isEqualTo("ASLEEP");
  }

  @Test
  void aMoveToAHostThatDoesNotWakeIsGivenUp() {
    World world = hosts.asleep(2, 1);
    String id = SleepingHosts.run(world, 1).get(0);
    String home = world.instance(id).hostId();
    FakeHost target =
        world.hosts().stream().filter(host -> !host.id().equals(home)).findFirst().orElseThrow();
    target.slumber().wakeable(false);
    world.cloud().migrate(id, target.id());
    world.pass(Duration.ofMinutes(30));
    assertThat(SleepingHosts.shown(world, target.id()).power()).isEqualTo("UNWAKEABLE");
    assertThat(world.instance(id).hostId()).isEqualTo(home);
    String moves = "select count(m) from Migration m where m.endedAt is null";
    assertThat(world.<Long>inTransaction(() -> world.cloud().figure(moves))).isZero();
    String held = "select count(a) from Allocation a where a.hostId = '" + target.id() + "'";
    assertThat(world.<Long>inTransaction(() -> world.cloud().figure(held))).isZero();
    new Consistency(world).check(List.of(id));
  }
}
