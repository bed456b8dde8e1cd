package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.SleepingHosts;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Idle hosts sleep, and are woken when they are needed. */
class PowerSavingTest {
  private static TestDatabase database;

  private SleepingHosts hosts;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void prepare() {
    hosts = new SleepingHosts(database);
  }

  @Test
  void idleHostsSleepButForTheSpareOnesAndTheirSilenceIsNobodysConcern() {
    World world = hosts.world(4, 1);
    world.pass(Duration.ofMinutes(4));
    assertThat(SleepingHosts.sleeping(world)).as("not yet idle for long enough").isEmpty();
    world.pass(Duration.ofMinutes(30));
    assertThat(SleepingHosts.sleeping(world)).hasSize(3);
    assertThat(hosts.fenced()).isEmpty();
    assertThat(world.cloud().listHosts().brake()).isNull();
    assertThat(SleepingHosts.sleeping(world))
        .allSatisfy(id -> assertThat(SleepingHosts.shown(world, id).power()).isEqualTo("ASLEEP"))
        .allSatisfy(id -> assertThat(SleepingHosts.shown(world, id).state()).isEqualTo("ASLEEP"))
        .allSatisfy(
            id -> assertThat(SleepingHosts.shown(world, id).standing()).isEqualTo("ACTIVE"));
    assertThat(world.waker().packets()).isEmpty();
  }

  @Test
  void hostsThatCannotSleepCountAsSpare() {
    World world = new World(database, 3);
    world.pass(Duration.ofMinutes(3));
    world.waker().savesPower(world, 1);
    world.hosts().forEach(host -> host.slumber().able(false));
    world.pass(Duration.ofMinutes(20));
    assertThat(SleepingHosts.sleeping(world)).isEmpty();
    FakeHost able = SleepingHosts.first(world);
    able.slumber().able(true);
    world.until("the one that can sleeps", () -> able.slumber().asleep());
  }

  @Test
  void whatIsAwakeIsFilledFirstAndOnlyThenAHostIsWoken() {
    World world = hosts.asleep(4, 1);
    List<String> ids = SleepingHosts.run(world, 8);
    assertThat(world.waker().packets()).isEmpty();
    assertThat(ids.stream().map(id -> world.instance(id).hostId()).distinct()).hasSize(1);

    List<String> more = SleepingHosts.run(world, 9);
    assertThat(world.waker().packets().stream().distinct()).hasSize(2);
    assertThat(world.waker().switchedOn()).hasSize(2);
    assertThat(more.stream().map(id -> world.instance(id).hostId()).distinct()).hasSize(2);
    assertThat(SleepingHosts.sleeping(world)).hasSize(1);
    new Consistency(world).check(more);
  }

  @Test
  void instanceIsPendingUntilItsHostIsThere() {
    World world = hosts.asleep(2, 0);
    world.hosts().forEach(host -> host.slumber().wakeable(false));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.pass(Duration.ofMinutes(2));
    assertThat(owner.state(id)).isEqualTo(InstanceState.PENDING);
    String host = world.instance(id).hostId();
    assertThat(SleepingHosts.shown(world, host).power()).isEqualTo("WAKING");
    assertThat(world.waker().packets()).hasSizeBetween(11, 13).containsOnly(host);
    assertThat(world.waker().switchedOn()).hasSize(2);
    world.host(host).slumber().wakeable(true);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.instance(id).hostId()).isEqualTo(host);
    assertThat(SleepingHosts.shown(world, host).power()).isEqualTo("AWAKE");
  }

  @Test
  void whatWaitsForAHostThatDoesNotWakeRunsElsewhere() {
    World world = hosts.asleep(3, 0);
    world.hosts().forEach(host -> host.slumber().wakeable(false));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    String first = world.instance(id).hostId();
    world.hosts().stream()
        .filter(host -> !host.id().equals(first))
        .forEach(host -> host.slumber().wakeable(true));
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.instance(id).hostId()).isNotEqualTo(first);
    assertThat(SleepingHosts.shown(world, first).power()).isEqualTo("UNWAKEABLE");
    assertThat(SleepingHosts.shown(world, first).standing()).isEqualTo("ACTIVE");
    assertThat(hosts.fenced()).isEmpty();
    new Consistency(world).check(List.of(id));

    List<String> more = SleepingHosts.run(world, 12);
    assertThat(more).noneMatch(each -> world.instance(each).hostId().equals(first));
    world.host(first).slumber().switchedOn();
    world.until(
        "it is used again", () -> SleepingHosts.shown(world, first).power().equals("AWAKE"));
  }

  @Test
  void anAdministratorMaySayThatAHostCanBeWoken() {
    World world = hosts.asleep(1, 0);
    FakeHost host = SleepingHosts.first(world);
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
    World world = hosts.asleep(2, 0);
    FakeHost host = SleepingHosts.first(world);
    world.pass(Duration.ofMinutes(3));
    host.slumber().switchedOn();
    world.until("it is awake", () -> SleepingHosts.shown(world, host.id()).power().equals("AWAKE"));
    world.until("and sleeps again later", () -> host.slumber().asleep());
  }

  @Test
  void hostsAreWokenWhenThePolicyIsAnotherOne() {
    World world = hosts.asleep(4, 1);
    world.waker().savesNoPower(world);
    world.until("all are awake", () -> SleepingHosts.sleeping(world).isEmpty());
    world.until(
        "and known to be",
        () ->
            world.hosts().stream()
                .allMatch(h -> SleepingHosts.shown(world, h.id()).power().equals("AWAKE")));
    world.pass(Duration.ofMinutes(20));
    assertThat(SleepingHosts.sleeping(world)).isEmpty();
  }

  @Test
  void aHostIsEmptiedAndTakenBackInItsSleep() {
    World world = hosts.asleep(2, 0);
    FakeHost host = SleepingHosts.first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.until(
        "maintenance", () -> SleepingHosts.shown(world, host.id()).duty().equals("MAINTENANCE"));
    List<String> ids = SleepingHosts.run(world, 8);
    assertThat(ids).noneMatch(id -> world.instance(id).hostId().equals(host.id()));
    world.cloud().maintenance().returns(host.id());
    String id = SleepingHosts.run(world, 1).get(0);
    assertThat(world.instance(id).hostId()).isEqualTo(host.id());
  }

  @Test
  void anInstanceCanMoveToAHostThatSleeps() {
    World world = hosts.asleep(2, 1);
    String id = SleepingHosts.run(world, 1).get(0);
    String before = world.instance(id).hostId();
    world.cloud().migrate(id, null);
    world.until("it has moved", () -> !world.instance(id).hostId().equals(before));
    world.pass(Duration.ofMinutes(1));
    new Consistency(world).check(List.of(id));
    assertThat(world.host(before).boots(id) + world.host(world.instance(id).hostId()).boots(id))
        .isEqualTo(1);
  }
}
