package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Fences;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What must never happen to a disk that several hosts can reach: a second user, or an empty one.
 */
class SharedDiskTest {
  private static final String UNMOUNTED = "its disk is not there: mount the storage storage-1";

  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private static String home(World world, String id) {
    return world.instance(id).hostId();
  }

  private static Optional<FakeHost.Failure> withoutStorage(InstanceSpec spec) {
    return spec.diskExists()
        ? Optional.of(new FakeHost.Failure(true, UNMOUNTED))
        : Optional.empty();
  }

  private static void mounted(World world, boolean there) {
    world
        .hosts()
        .forEach(
            host ->
                host.launches(there ? spec -> Optional.empty() : SharedDiskTest::withoutStorage));
  }

  @Test
  void whatHasRunIsStartedElsewhereOnItsDiskOnly() {
    World world = Fences.work(World.sharing(database, 3));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    assertThat(world.host(failed).spec(id).diskExists()).as("it is made").isFalse();

    world.silence(failed);
    world.until(id + " moves", () -> !home(world, id).equals(failed));
    owner.awaitsSettled(id, InstanceState.RUNNING);

    assertThat(world.host(home(world, id)).spec(id).diskExists()).isTrue();
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.host(home(world, id)).spec(id).diskExists()).isTrue();
  }

  @Test
  void instanceWhoseStorageIsMissingWaitsForItAndSaysSo() {
    World world = Fences.work(World.sharing(database, 3));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    mounted(world, false);
    world.silence(failed);
    world.until(id + " moves", () -> !home(world, id).equals(failed));
    world.pass(Duration.ofSeconds(10));
    assertThat(reason(world, id)).as("told soon").contains(Reason.DELAYED, UNMOUNTED);

    world.pass(Duration.ofMinutes(35));

    assertThat(owner.state(id)).isEqualTo(InstanceState.PENDING);
    assertThat(reason(world, id)).contains(Reason.DELAYED, UNMOUNTED);
    mounted(world, true);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.instance(id).reason()).isNull();
  }

  @Test
  void instanceToBeStoppedIsOffWhenItsHostIsSetUpAnewAndKeepsItsDisk() {
    World world = Fences.work(World.sharing(database, 3));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String home = home(world, id);
    world.silence(home);
    world.pass(Duration.ofSeconds(40));
    owner.stops(id);
    world.cloud().confirmOff(home);
    world.cloud().enrolAgain(home, world.time());
    FakeHost host = world.host(home);
    world.report(host.setUpAnew());
    world.speakAgain(host.setUpAnew().hostId());

    owner.awaitsSettled(id, InstanceState.STOPPED);

    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.host(home(world, id)).spec(id).diskExists()).isTrue();
    new Consistency(world).check(List.of(id));
  }

  @Test
  void instanceIsOffThatMovedToAHostWhichNeverBeganWithIt() {
    World world = Fences.work(World.sharing(database, 2));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    world.silence(failed);
    world.pass(Duration.ofSeconds(40));
    String other =
        world.hosts().stream()
            .map(FakeHost::id)
            .filter(host -> !host.equals(failed))
            .findFirst()
            .orElseThrow();
    world.fence(host -> Fence.Outcome.notConfirmed("the controller does not answer"));
    world.cloud().confirmOff(failed);
    world.silence(other);
    world.until(id + " moves", () -> home(world, id).equals(other));
    world.until("the start is given up", () -> owner.state(id) == InstanceState.STOPPING);
    world.speakAgain(other);

    owner.awaitsSettled(id, InstanceState.STOPPED);

    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.host(other).spec(id).diskExists()).isTrue();
  }

  private static String reason(World world, String id) {
    return String.valueOf(world.instance(id).reason());
  }

  @Test
  void instanceThatItsHostLosesWithTheStorageIsNotEnded() {
    World world = Fences.work(World.sharing(database, 3));
    Owner owner = new Owner(world);
    String runs = owner.runs(1).get(0);
    String off = owner.runs(1).get(0);
    owner.awaitsSettled(runs, InstanceState.RUNNING);
    owner.awaitsSettled(off, InstanceState.RUNNING);
    owner.stops(off);
    owner.awaitsSettled(off, InstanceState.STOPPED);
    mounted(world, false);
    List.of(runs, off).forEach(id -> world.report(world.host(home(world, id)).loses(id)));

    world.pass(Duration.ofMinutes(20));

    assertThat(owner.state(runs)).isEqualTo(InstanceState.PENDING);
    assertThat(owner.state(off)).isEqualTo(InstanceState.STOPPED);
    mounted(world, true);
    owner.awaitsSettled(runs, InstanceState.RUNNING);
    owner.starts(off);
    owner.awaitsSettled(off, InstanceState.RUNNING);
    new Consistency(world).check(List.of(runs, off));
  }

  @Test
  void instanceThatAReturningHostShowsStaysThere() {
    World world = Fences.work(World.sharing(database, 2));
    world.fence(id -> Fence.Outcome.off("believed to be off"));
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(10);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    String failed = home(world, ids.get(0));
    List<String> others = ids.stream().filter(id -> !home(world, id).equals(failed)).toList();
    world.silence(failed);
    world.pass(Duration.ofMinutes(6));
    List<String> left = ids.stream().filter(id -> home(world, id).equals(failed)).toList();
    assertThat(left).as("8 fit on the other").hasSize(2);

    // It takes up its epoch, and has not yet ended what lives elsewhere: so it stays fenced.
    world.cloud().receive(failed, NodeWire.encode(takesUpEpoch(world.host(failed))));
    others.subList(0, 2).forEach(owner::terminates);
    world.pass(Duration.ofSeconds(100));

    assertThat(left).allMatch(id -> home(world, id).equals(failed));
    assertThat(left).allMatch(id -> world.host(failed).power(id) == Power.RUNNING);
    world.speakAgain(failed);
    ids.stream()
        .filter(id -> !others.subList(0, 2).contains(id))
        .forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    world.pass(Duration.ofMinutes(2));
    new Consistency(world).check(ids.stream().filter(id -> left.contains(id)).toList());
  }

  /**
   * A batch that kept the hosts of its first steps while it waits for others could wait in a
   * circle.
   */
  @Test
  void relocationsOfOneBatchAreTakenOneByOne() {
    World world = World.sharing(database, 4);
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(4);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    List<String> failed =
        ids.stream().map(id -> home(world, id)).distinct().sorted().limit(2).toList();
    failed.forEach(world::silence);
    world.pass(Duration.ofSeconds(40));
    failed.forEach(world.cloud()::confirmOff);
    String first = on(world, ids, failed.get(0));
    String second = on(world, ids, failed.get(1));
    makeDue(world, first, second);

    CompletableFuture<Integer> batch =
        world.inTransaction(
            () -> {
              assertThat(world.cloud().hosts().lock(failed.get(1))).isPresent();
              var reconciled = CompletableFuture.supplyAsync(world.cloud()::reconcile);
              awaitsMove(world, first, failed.get(0));
              assertThat(reconciled).as("waits for the second").isNotDone();
              return reconciled;
            });

    assertThat(batch.join()).isEqualTo(2);
    assertThat(home(world, second)).isNotIn(failed);
  }

  private static String on(World world, List<String> ids, String host) {
    return ids.stream().filter(id -> home(world, id).equals(host)).findFirst().orElseThrow();
  }

  private static void makeDue(World world, String... ids) {
    for (String id : ids) {
      world.inTransaction(
          () -> {
            world.cloud().instances().putOff(id, world.time().now());
            return id;
          });
    }
  }

  /** For less long than the database lets anybody wait for a row. */
  private static void awaitsMove(World world, String id, String from) {
    long limit = System.nanoTime() + Duration.ofSeconds(6).toNanos();
    while (home(world, id).equals(from)) {
      assertThat(System.nanoTime()).as(id + " has not moved yet").isLessThan(limit);
    }
  }

  private static ReportEnvelope takesUpEpoch(FakeHost host) {
    NodeCommand readmit = new NodeCommand.Readmit(2, List.of());
    return host.receive(
            new CommandEnvelope(
                CommandEnvelope.VERSION,
                "cmd-1",
                host.id(),
                1,
                host.id(),
                0,
                Instant.MAX,
                "r",
                readmit))
        .get(0);
  }
}
