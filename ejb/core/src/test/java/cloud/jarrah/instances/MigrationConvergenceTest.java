package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.testing.AtEachMove;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Fault;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An instance that moves runs on exactly one host, whatever goes wrong at whichever move. */
class MigrationConvergenceTest {
  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private static String runs(World world) {
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.onTerminate(() -> owner.terminates(id));
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private static void moves(World world, String id) {
    world.cloud().migrate(id, null);
    world.until(id + "'s move has ended", () -> migrations(world, id).get(0).endedAt() != null);
  }

  private static List<Migration> migrations(World world, String id) {
    return world.inTransaction(() -> world.cloud().migrations().ofInstance(id));
  }

  private static List<FakeHost> runningAt(World world, String id) {
    return world.hosts().stream().filter(host -> host.power(id) == Power.RUNNING).toList();
  }

  private static void check(World world, String id) {
    new Consistency(world).check(List.of(id));
    Instance instance = world.instance(id);
    for (FakeHost host : world.hosts()) {
      if (!host.id().equals(instance.hostId())) {
        assertThat(host.power(id)).as(host.id() + "; " + world.describe()).isEqualTo(Power.ABSENT);
      }
      Demand used = world.inTransaction(() -> world.cloud().hosts().allocated(host.id()));
      boolean holds =
          host.id().equals(instance.hostId()) && instance.state() == InstanceState.RUNNING;
      assertThat(used)
          .as("room on " + host.id() + "; " + world.describe())
          .isEqualTo(holds ? instance.demand() : Demand.NONE);
    }
  }

  @Test
  void instanceRunsOnAtItsNewHostInTheSameRun() {
    World world = new World(database, 2);
    String id = runs(world);
    String before = world.instance(id).hostId();
    moves(world, id);
    Instance instance = world.instance(id);
    assertThat(instance.hostId()).isNotEqualTo(before);
    assertThat(instance.state()).isEqualTo(InstanceState.RUNNING);
    assertThat(migrations(world, id).get(0).succeeded()).isTrue();
    assertThat(world.hosts().stream().mapToInt(host -> host.boots(id)).sum()).isEqualTo(1);
    check(world, id);
    moves(world, id);
    assertThat(world.instance(id).hostId()).as("and back").isEqualTo(before);
    check(world, id);
  }

  @TestFactory
  List<DynamicTest> moveConvergesWhateverFailsAtWhicheverMove() {
    World recorded = new World(database, 2);
    String id = runs(recorded);
    int first = recorded.moves().size();
    moves(recorded, id);
    return AtEachMove.of(recorded, first, Fault.values(), MigrationConvergenceTest::converges);
  }

  private static void converges(int move, Fault fault) {
    World world = new World(database, 2);
    world.plan(move, fault);
    String id = runs(world);
    moves(world, id);
    world.pass(Duration.ofMinutes(3));
    assertThat(runningAt(world, id)).as(world.describe()).hasSize(fault == Fault.TERMINATE ? 0 : 1);
    assertThat(world.hosts().stream().mapToInt(host -> host.boots(id)).sum()).isEqualTo(1);
    check(world, id);
  }

  @Test
  void lateReportOfTheFormerHostChangesNothing() {
    World world = new World(database, 2);
    String id = runs(world);
    FakeHost former = world.host(world.instance(id).hostId());
    var late = former.inventory();
    moves(world, id);
    world.report(former.inventory());
    world.report(late);
    world.pass(Duration.ofMinutes(2));
    assertThat(world.instance(id).state()).isEqualTo(InstanceState.RUNNING);
    check(world, id);
  }
}
