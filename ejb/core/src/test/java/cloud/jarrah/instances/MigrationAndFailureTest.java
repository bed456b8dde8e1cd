package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.testing.AtEachMove;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Fences;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hosts that fail and are switched off while an instance moves between them. */
class MigrationAndFailureTest {
  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  /** Which of the two hosts fails. */
  private enum Role {
    SOURCE,
    TARGET;

    String of(Migration migration) {
      return this == SOURCE ? migration.sourceHost() : migration.targetHost();
    }
  }

  private static String runs(World world) {
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private static Migration last(World world, String id) {
    return world.inTransaction(() -> world.cloud().migrations().ofInstance(id)).get(0);
  }

  private static void refuses(World world, String id, @Nullable String hostId, ErrorCode code) {
    assertThatThrownBy(() -> world.cloud().migrate(id, hostId))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(code, ApiException::code);
  }

  @TestFactory
  List<DynamicTest> moveConvergesWhicheverHostFailsAtWhicheverMove() {
    World recorded = Fences.work(new World(database, 3));
    String id = runs(recorded);
    int first = recorded.moves().size();
    recorded.cloud().migrate(id, null);
    recorded.until("the move ends", () -> last(recorded, id).endedAt() != null);
    return AtEachMove.of(recorded, first, Role.values(), MigrationAndFailureTest::converges);
  }

  private static void converges(int move, Role role) {
    World world = Fences.work(new World(database, 3));
    String id = runs(world);
    String failing = role.of(world.cloud().migrate(id, null));
    world.until("move " + move, () -> world.moves().size() >= move);
    world.silence(failing);
    runsOnceAtMost(world, id, Duration.ofMinutes(20));
    assertThat(standing(world, failing)).isEqualTo("FENCED");

    world.speakAgain(failing);
    runsOnceAtMost(world, id, Duration.ofMinutes(5));

    new Owner(world).awaitsSettled(id, InstanceState.RUNNING);
    assertThat(standing(world, failing)).as(world.describe()).isEqualTo("ACTIVE");
    assertThat(last(world, id).endedAt()).as(world.describe()).isNotNull();
    new Consistency(world).check(List.of(id));
    holdsRoomAtHomeAlone(world, world.instance(id));
  }

  private static void runsOnceAtMost(World world, String id, Duration duration) {
    Instant end = world.time().now().plus(duration);
    while (world.time().now().isBefore(end)) {
      world.move();
      assertThat(world.hosts().stream().filter(host -> host.power(id) == Power.RUNNING).count())
          .as(world::describe)
          .isLessThanOrEqualTo(1);
    }
  }

  private static String standing(World world, String hostId) {
    return world.cloud().shownHost(hostId).standing();
  }

  private static void holdsRoomAtHomeAlone(World world, Instance instance) {
    for (FakeHost host : world.hosts()) {
      Demand used = world.inTransaction(() -> world.cloud().hosts().allocated(host.id()));
      boolean home = host.id().equals(instance.hostId());
      assertThat(used)
          .as("room on " + host.id() + "; " + world.describe())
          .isEqualTo(home ? instance.demand() : Demand.NONE);
    }
  }

  @Test
  void instanceThatTheFencedSourceHadNotSentStaysItsInstance() {
    World world = Fences.work(new World(database, 3));
    String id = runs(world);
    Migration move = world.cloud().migrate(id, null);
    world.until("it is sent", () -> last(world, id).stage() == Migration.Stage.MOVING);
    world.silence(move.sourceHost());

    world.pass(Duration.ofMinutes(10));

    assertThat(world.instance(id).hostId()).isEqualTo(move.sourceHost());
    assertThat(world.host(move.targetHost()).power(id)).isEqualTo(Power.ABSENT);
    assertThat(last(world, id).stage())
        .as("its disk is there alone")
        .isEqualTo(Migration.Stage.RETURNING);
  }

  @Test
  void onlyAHostThatIsUsedCanBeChosenAsTarget() {
    World world = Fences.work(new World(database, 3));
    world.fence(host -> Fence.Outcome.notConfirmed("no answer"));
    String id = runs(world);
    String home = world.instance(id).hostId();
    FakeHost other =
        world.hosts().stream().filter(host -> !host.id().equals(home)).findFirst().orElseThrow();
    world.silence(other.id());
    world.pass(Duration.ofMinutes(3));
    assertThat(standing(world, other.id())).isEqualTo("FENCING");

    refuses(world, id, other.id(), ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY);
    assertThat(world.cloud().migrate(id, null).targetHost()).isNotIn(home, other.id());
  }

  @Test
  void instanceWhoseDiskIsSharedIsNotMovedWhileItRuns() {
    World world = Fences.work(World.sharing(database, 3));

    refuses(world, runs(world), null, ErrorCode.UNSUPPORTED_OPERATION);
  }

  @Test
  void hostWhoseAgentKnowsNothingOfMovesIsNoTarget() {
    World world = new World(database, 3);
    String id = runs(world);
    String home = world.instance(id).hostId();
    List<FakeHost> others = world.hosts().stream().filter(host -> !host.id().equals(home)).toList();
    isOld(world, others.get(0));

    refuses(world, id, others.get(0).id(), ErrorCode.UNSUPPORTED_OPERATION);
    assertThat(world.cloud().migrate(id, null).targetHost()).isEqualTo(others.get(1).id());
  }

  @Test
  void whereAllOtherAgentsAreTooOldThatIsSaid() {
    World world = new World(database, 2);
    String id = runs(world);
    String home = world.instance(id).hostId();
    world.hosts().stream()
        .filter(host -> !host.id().equals(home))
        .forEach(host -> isOld(world, host));

    assertThatThrownBy(() -> world.cloud().migrate(id, null)).hasMessageContaining("too old");
  }

  private static void isOld(World world, FakeHost host) {
    host.isOld(true);
    world.report(host.inventory());
    world.pass(Duration.ofSeconds(1));
  }
}
