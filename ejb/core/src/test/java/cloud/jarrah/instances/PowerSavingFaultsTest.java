package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostPower;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.AtEachMove;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Fault;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No host sleeps that counts as awake and is used, whatever is lost, late or doubled. */
class PowerSavingFaultsTest {
  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static World warm(int hosts) {
    World world = new World(database, hosts);
    world.pass(Duration.ofMinutes(3));
    world.waker().savesPower(world, hosts);
    world.pass(Duration.ofSeconds(320));
    return world;
  }

  private static Host row(World world, FakeHost host) {
    return world.inTransaction(() -> world.cloud().hosts().find(host.id())).orElseThrow();
  }

  private static Demand taken(World world, FakeHost host) {
    return world.inTransaction(() -> world.cloud().hosts().allocated(host.id()));
  }

  /** What the story is about: an owner launches as soon as a host was told to sleep. */
  private static String story(World world) {
    FakeHost host = world.hosts().iterator().next();
    world.waker().savesPower(world, 0);
    world.until("it is told to sleep", () -> !row(world, host).power().awake());
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.onTerminate(() -> owner.terminates(id));
    world.until(
        id + " runs or ends",
        () -> {
          boolean awake = row(world, host).power().awake();
          assertThat(awake && host.slumber().asleep() && !taken(world, host).equals(Demand.NONE))
              .as("it sleeps although it is needed and counts as awake; " + world.describe())
              .isFalse();
          return owner.state(id) == InstanceState.RUNNING
              || owner.state(id) == InstanceState.TERMINATED;
        });
    return id;
  }

  @TestFactory
  List<DynamicTest> aLaunchWhileAHostFallsAsleepConvergesWhateverFailsAtWhicheverMove() {
    World recorded = warm(1);
    int first = recorded.moves().size();
    story(recorded);
    return AtEachMove.of(recorded, first, Fault.values(), PowerSavingFaultsTest::converges);
  }

  private static void converges(int move, Fault fault) {
    World world = warm(1);
    world.plan(move, fault);
    String id = story(world);
    world.pass(Duration.ofMinutes(2));
    FakeHost host = world.hosts().iterator().next();
    boolean ended = world.instance(id).state() == InstanceState.TERMINATED;
    assertThat(host.slumber().asleep()).as(world.describe()).isFalse();
    assertThat(host.boots(id)).as(world.describe()).isLessThanOrEqualTo(1);
    assertThat(ended || host.boots(id) == 1).as(world.describe()).isTrue();
    new Consistency(world).check(List.of(id));
  }

  /** Between a look at all hosts and the order to one of them. */
  @Test
  void noHostIsPutToSleepUnderALaunch() {
    World world = new World(database, 2);
    world.pass(Duration.ofMinutes(3));
    world.waker().savesPower(world, 0, Duration.ofMinutes(2));
    world.until("all sleep", () -> world.hosts().stream().allMatch(h -> h.slumber().asleep()));
    Owner owner = new Owner(world);
    world.hosts().forEach(host -> host.slumber().wakeable(false));
    String waiting = world.instance(owner.runs(8).get(0)).hostId();
    FakeHost other =
        world.hosts().stream().filter(h -> !h.id().equals(waiting)).findFirst().orElseThrow();
    other.slumber().switchedOn();
    world.until("the other is awake", () -> row(world, other).power().awake());
    Instant idleFrom = world.time().now();
    List<String> launched = new ArrayList<>();
    world
        .waker()
        .before(
            () -> {
              boolean due = world.time().now().isAfter(idleFrom.plusSeconds(115));
              if (due && launched.isEmpty()) {
                launched.addAll(owner.runs(1));
              }
            });
    world.pass(Duration.ofSeconds(150));
    assertThat(launched).hasSize(1);
    assertThat(world.instance(launched.get(0)).hostId()).isEqualTo(other.id());
    assertThat(other.slumber().asleep()).isFalse();
    assertThat(row(world, other).power().awake()).isTrue();
    assertThat(owner.state(launched.get(0))).isEqualTo(InstanceState.RUNNING);
  }

  /** It was under way when the host was told to sleep, or is that of a host about to sleep. */
  @Test
  void anInventoryFromBeforeTheOrderToStayAwakeDoesNotMakeAHostAwake() {
    World world = warm(1);
    FakeHost host = world.hosts().iterator().next();
    world.waker().savesPower(world, 0);
    world.until("it is told to sleep", () -> !row(world, host).power().awake());
    var late = host.inventory();
    new Owner(world).runs(1);
    world.cloud().receive(host.id(), NodeWire.encode(late));
    assertThat(row(world, host).power().power()).isEqualTo(HostPower.WAKING);
    world.until("it is awake", () -> row(world, host).power().awake());
    assertThat(host.slumber().asleep()).isFalse();
  }
}
