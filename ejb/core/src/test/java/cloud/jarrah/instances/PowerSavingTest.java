package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Idle hosts sleep, and are woken when they are needed. */
class PowerSavingTest {
  private static TestDatabase database;

  private final List<String> fenced = new ArrayList<>();

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private World world(int hosts, int spare) {
    World world = new World(database, hosts);
    world.fence(
        id -> {
          fenced.add(id);
          return Fence.Outcome.off("switched off");
        });
    world.pass(Duration.ofMinutes(3));
    world.waker().savesPower(world, spare);
    return world;
  }

  /** All but so many sleep. */
  private World asleep(int hosts, int spare) {
    World world = world(hosts, spare);
    world.until("they sleep", () -> sleeping(world).size() == hosts - spare);
    return world;
  }

  private static List<String> sleeping(World world) {
    return world.hosts().stream()
        .filter(host -> host.slumber().asleep())
        .map(FakeHost::id)
        .toList();
  }

  private static ListHostsResponse.Host shown(World world, String hostId) {
    return world.cloud().listHosts().hosts().stream()
        .filter(item -> item.id().equals(hostId))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> run(World world, int count) {
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(count);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    return ids;
  }

  private static FakeHost first(World world) {
    return world.hosts().iterator().next();
  }

  @Test
  void idleHostsSleepButForTheSpareOnesAndTheirSilenceIsNobodysConcern() {
    World world = world(4, 1);
    world.pass(Duration.ofMinutes(4));
    assertThat(sleeping(world)).as("not yet idle for long enough").isEmpty();
    world.pass(Duration.ofMinutes(30));
    assertThat(sleeping(world)).hasSize(3);
    assertThat(fenced).isEmpty();
    assertThat(world.cloud().listHosts().brake()).isNull();
    assertThat(sleeping(world))
        .allSatisfy(id -> assertThat(shown(world, id).power()).isEqualTo("ASLEEP"))
        .allSatisfy(id -> assertThat(shown(world, id).state()).isEqualTo("ASLEEP"))
        .allSatisfy(id -> assertThat(shown(world, id).standing()).isEqualTo("ACTIVE"));
    assertThat(world.waker().packets()).isEmpty();
  }

  @Test
  void hostsThatCannotSleepCountAsSpare() {
    World world = new World(database, 3);
    world.pass(Duration.ofMinutes(3));
    world.waker().savesPower(world, 1);
    world.hosts().forEach(host -> host.slumber().able(false));
    world.pass(Duration.ofMinutes(20));
    assertThat(sleeping(world)).isEmpty();
    FakeHost able = first(world);
    able.slumber().able(true);
    world.until("the one that can sleeps", () -> able.slumber().asleep());
  }

  @Test
  void whatIsAwakeIsFilledFirstAndOnlyThenAHostIsWoken() {
    World world = asleep(4, 1);
    List<String> ids = run(world, 8);
    assertThat(world.waker().packets()).isEmpty();
    assertThat(ids.stream().map(id -> world.instance(id).hostId()).distinct()).hasSize(1);

    List<String> more = run(world, 9);
    assertThat(world.waker().packets().stream().distinct()).hasSize(2);
    assertThat(world.waker().switchedOn()).hasSize(2);
    assertThat(more.stream().map(id -> world.instance(id).hostId()).distinct()).hasSize(2);
    assertThat(sleeping(world)).hasSize(1);
    new Consistency(world).check(more);
  }

  @Test
  void instanceIsPendingUntilItsHostIsThere() {
    World world = asleep(2, 0);
    world.hosts().forEach(host -> host.slumber().wakeable(false));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.pass(Duration.ofMinutes(2));
    assertThat(owner.state(id)).isEqualTo(InstanceState.PENDING);
    String host = world.instance(id).hostId();
    assertThat(shown(world, host).power()).isEqualTo("WAKING");
    assertThat(world.waker().packets()).hasSizeBetween(11, 13).containsOnly(host);
    assertThat(world.waker().switchedOn()).hasSize(2);
    world.host(host).slumber().wakeable(true);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.instance(id).hostId()).isEqualTo(host);
    assertThat(shown(world, host).power()).isEqualTo("AWAKE");
  }

  @Test
  void whatWaitsForAHostThatDoesNotWakeRunsElsewhere() {
    World world = asleep(3, 0);
    world.hosts().forEach(host -> host.slumber().wakeable(false));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    String first = world.instance(id).hostId();
    world.hosts().stream()
        .filter(host -> !host.id().equals(first))
        .forEach(host -> host.slumber().wakeable(true));
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.instance(id).hostId()).isNotEqualTo(first);
    assertThat(shown(world, first).power()).isEqualTo("UNWAKEABLE");
    assertThat(shown(world, first).standing()).isEqualTo("ACTIVE");
    assertThat(fenced).isEmpty();
    new Consistency(world).check(List.of(id));

    List<String> more = run(world, 12);
    assertThat(more).noneMatch(each -> world.instance(each).hostId().equals(first));
    world.host(first).slumber().switchedOn();
    world.until("it is used again", () -> shown(world, first).power().equals("AWAKE"));
  }

  @Test
  void anAdministratorMaySayThatAHostCanBeWoken() {
    World world = asleep(1, 0);
    FakeHost host = first(world);
    host.slumber().wakeable(false);
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaits(id, InstanceState.SHUTTING_DOWN);
    assertThatThrownBy(() -> owner.runs(1))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("1 could not be woken");
    host.slumber().wakeable(true);
    world.cloud().maintenance().returns(host.id());
    String next = owner.runs(1).get(0);
    owner.awaitsSettled(next, InstanceState.RUNNING);
  }

  @Test
  void hostThatSpeaksAlthoughItShouldSleepIsAwake() {
    World world = asleep(2, 0);
    FakeHost host = first(world);
    world.pass(Duration.ofMinutes(3));
    host.slumber().switchedOn();
    world.until("it is awake", () -> shown(world, host.id()).power().equals("AWAKE"));
    world.until("and sleeps again later", () -> host.slumber().asleep());
  }

  @Test
  void hostsAreWokenWhenThePolicyIsAnotherOne() {
    World world = asleep(4, 1);
    world.waker().savesNoPower(world);
    world.until("all are awake", () -> sleeping(world).isEmpty());
    world.until(
        "and known to be",
        () -> world.hosts().stream().allMatch(h -> shown(world, h.id()).power().equals("AWAKE")));
    world.pass(Duration.ofMinutes(20));
    assertThat(sleeping(world)).isEmpty();
  }

  @Test
  void aHostIsEmptiedAndTakenBackInItsSleep() {
    World world = asleep(2, 0);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.until("maintenance", () -> shown(world, host.id()).duty().equals("MAINTENANCE"));
    List<String> ids = run(world, 8);
    assertThat(ids).noneMatch(id -> world.instance(id).hostId().equals(host.id()));
    world.cloud().maintenance().returns(host.id());
    String id = run(world, 1).get(0);
    assertThat(world.instance(id).hostId()).isEqualTo(host.id());
  }

  @Test
  void anInstanceCanMoveToAHostThatSleeps() {
    World world = asleep(2, 1);
    String id = run(world, 1).get(0);
    String before = world.instance(id).hostId();
    world.cloud().migrate(id, null);
    world.until("it has moved", () -> !world.instance(id).hostId().equals(before));
    world.pass(Duration.ofMinutes(1));
    new Consistency(world).check(List.of(id));
    assertThat(world.host(before).boots(id) + world.host(world.instance(id).hostId()).boots(id))
        .isEqualTo(1);
  }

  @Test
  void whatWaitsForAHostRunsOnceThatIsBroughtBack() {
    World world = asleep(1, 0);
    FakeHost host = first(world);
    host.slumber().wakeable(false);
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.until("given up", () -> shown(world, host.id()).power().equals("UNWAKEABLE"));
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
    World world = asleep(2, 0);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.until("maintenance", () -> shown(world, host.id()).duty().equals("MAINTENANCE"));
    world.waker().savesNoPower(world);
    world.pass(Duration.ofMinutes(3));
    assertThat(world.waker().packets()).isNotEmpty().doesNotContain(host.id());
    assertThat(world.waker().switchedOn()).isNotEmpty().doesNotContain(host.id());
    assertThat(sleeping(world)).containsExactly(host.id());
    world.cloud().maintenance().returns(host.id());
    world.until("it is back", () -> shown(world, host.id()).power().equals("AWAKE"));
  }

  @Test
  void aHostIsWokenAlsoAfterTheDatabasesClockWasSetBack() {
    World world = asleep(1, 0);
    FakeHost host = first(world);
    host.slumber().wakeable(false);
    Owner owner = new Owner(world);
    owner.runs(1);
    world.pass(Duration.ofMinutes(1));
    world.time().advance(Duration.ofHours(-1));
    world.pass(Duration.ofMinutes(1));
    host.slumber().wakeable(true);
    world.pass(Duration.ofMinutes(1));
    assertThat(shown(world, host.id()).power()).isEqualTo("AWAKE");
  }

  @Test
  void aHostThatKnowsMoreOrdersThanItsRowSleepsAllTheSame() {
    World world = asleep(1, 0);
    FakeHost host = first(world);
    Owner owner = new Owner(world);
    for (int round = 0; round < 2; round++) {
      String id = run(world, 1).get(0);
      owner.terminates(id);
      world.until("it sleeps again", () -> host.slumber().asleep());
    }
    String id = run(world, 1).get(0);
    world.inTransaction(
        () ->
            database
                .entityManager()
                .createQuery("update Host h set h.power.number = 0")
                .executeUpdate());
    owner.terminates(id);
    world.until("it sleeps", () -> host.slumber().asleep());
    assertThat(shown(world, host.id()).power()).isEqualTo("ASLEEP");
  }
}
