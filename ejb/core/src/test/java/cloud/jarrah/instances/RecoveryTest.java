package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.AtEachMove;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Fault;
import cloud.jarrah.instances.testing.Fences;
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

/** What becomes of the instances of a host that fails, and of the host when it comes back. */
class RecoveryTest {
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

  /** An instance runs, its host vanishes, it runs elsewhere, and the host comes back. */
  private static String loseAHost(World world) {
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.onTerminate(() -> owner.terminates(id));
    owner.awaitsEither(id, InstanceState.RUNNING);
    String failed = home(world, id);
    world.silence(failed);
    if (owner.state(id) == InstanceState.RUNNING) {
      world.until(
          id + " runs elsewhere or ends",
          () ->
              (!home(world, id).equals(failed) && owner.state(id) == InstanceState.RUNNING)
                  || owner.state(id) == InstanceState.SHUTTING_DOWN);
    }
    world.speakAgain(failed);
    world.pass(Duration.ofMinutes(3));
    owner.awaitsRest(id);
    return id;
  }

  @Test
  void instanceOnSharedStorageRunsElsewhereOnceItsHostIsOff() {
    World world = Fences.work(World.sharing(database, 3));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    long generation = world.instance(id).wish().generation();
    world.silence(failed);

    world.pass(Duration.ofSeconds(100));
    assertThat(home(world, id)).as("not before it is off").isEqualTo(failed);
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
    world.until(id + " moves", () -> !home(world, id).equals(failed));
    owner.awaitsSettled(id, InstanceState.RUNNING);

    assertThat(world.instance(id).wish().generation()).isGreaterThan(generation);
    assertThat(world.host(home(world, id)).power(id)).isEqualTo(Power.RUNNING);
    assertThat(used(world, failed)).isZero();
  }

  private static int used(World world, String host) {
    return world.inTransaction(
        () -> world.cloud().hosts().find(host).orElseThrow().room().used().cores());
  }

  @Test
  void instanceOnItsHostsOwnDiskWaitsForIt() {
    World world = Fences.work(new World(database, 3));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    world.silence(failed);

    world.pass(Duration.ofMinutes(20));

    assertThat(home(world, id)).isEqualTo(failed);
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
    world.speakAgain(failed);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    world.pass(Duration.ofMinutes(2));
    new Consistency(world).check(List.of(id));
  }

  @Test
  void instanceThatItsOwnerKeepsFromRecoveryWaitsForItsHost() {
    World world = Fences.work(World.sharing(database, 3));
    Owner owner = new Owner(world);
    String id = Owner.ids(owner.run(Owner.recovering("disabled")).instancesSet).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    world.silence(failed);

    world.pass(Duration.ofMinutes(20));
    owner.reboots(id);
    world.pass(Duration.ofMinutes(5));

    assertThat(home(world, id)).isEqualTo(failed);
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
    world.speakAgain(failed);
    world.until(id + " runs there", () -> world.host(failed).power(id) == Power.RUNNING);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    world.pass(Duration.ofMinutes(2));
    assertThat(home(world, id)).isEqualTo(failed);
    new Consistency(world).check(List.of(id));
  }

  @Test
  void choiceCountsAtOnceAlsoAfterTheHostHasFailed() {
    World world = Fences.work(World.sharing(database, 3));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    world.silence(failed);
    world.pass(Duration.ofSeconds(100));

    owner.choosesRecovery(id, "disabled");
    world.pass(Duration.ofMinutes(20));
    assertThat(home(world, id)).isEqualTo(failed);
    assertThat(world.host(failed).power(id)).as("it is off by now").isNotEqualTo(Power.RUNNING);

    owner.choosesRecovery(id, "default");
    world.until(id + " moves", () -> !home(world, id).equals(failed));
    owner.awaitsSettled(id, InstanceState.RUNNING);
    world.speakAgain(failed);
    world.pass(Duration.ofMinutes(2));
    new Consistency(world).check(List.of(id));
  }

  @Test
  void instanceWhoseHostIsNotKnownToBeOffStaysThere() {
    World world = Fences.work(World.sharing(database, 3));
    world.fence(host -> Fence.Outcome.notConfirmed("no answer"));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    String failed = home(world, id);
    world.silence(failed);

    world.pass(Duration.ofMinutes(20));
    assertThat(home(world, id)).isEqualTo(failed);

    world.cloud().confirmOff(failed);
    world.until(id + " moves", () -> !home(world, id).equals(failed));
    owner.awaitsSettled(id, InstanceState.RUNNING);
  }

  @Test
  void hostThatComesBackWithTheOldDomainEndsItAndIsUsedAgain() {
    World world = Fences.work(World.sharing(database, 3));
    // The administrator is mistaken: it went on running.
    world.fence(host -> Fence.Outcome.off("believed to be off"));
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    FakeHost failed = world.host(home(world, id));
    world.silence(failed.id());
    world.until(id + " moves", () -> !home(world, id).equals(failed.id()));
    owner.awaitsSettled(id, InstanceState.RUNNING);
    assertThat(failed.power(id)).isEqualTo(Power.RUNNING);
    String home = home(world, id);

    world.speakAgain(failed.id());
    world.pass(Duration.ofMinutes(2));

    assertThat(failed.present()).isEmpty();
    assertThat(home(world, id)).isEqualTo(home);
    assertThat(world.host(home).power(id)).isEqualTo(Power.RUNNING);
    assertThat(world.cloud().listHosts().hosts())
        .allSatisfy(host -> assertThat(host.standing()).isEqualTo("ACTIVE"))
        .allSatisfy(host -> assertThat(host.state()).isEqualTo("UP"));
    new Consistency(world).check(List.of(id));
  }

  @Test
  void whereNoOtherHostHasRoomTheInstanceWaitsAndMovesWhenThereIs() {
    World world = Fences.work(World.sharing(database, 2));
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(10);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    String failed = home(world, ids.get(0));
    List<String> stranded = ids.stream().filter(id -> home(world, id).equals(failed)).toList();
    List<String> others = ids.stream().filter(id -> !stranded.contains(id)).toList();
    world.silence(failed);

    world.pass(Duration.ofMinutes(6));
    List<String> left = stranded.stream().filter(id -> home(world, id).equals(failed)).toList();
    assertThat(left).as("8 fit on the other").hasSize(2);

    others.subList(0, 2).forEach(owner::terminates);
    left.forEach(id -> world.until(id + " moves", () -> !home(world, id).equals(failed)));
    left.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
  }

  @TestFactory
  List<DynamicTest> losingAHostConvergesWhateverFailsAtWhicheverMove() {
    World recorded = Fences.work(World.sharing(database, 3));
    int before = recorded.moves().size();
    loseAHost(recorded);
    return AtEachMove.of(recorded, before, Fault.values(), RecoveryTest::converges);
  }

  private static void converges(int move, Fault fault) {
    World world = Fences.work(World.sharing(database, 3));
    world.plan(move, fault);
    String id = loseAHost(world);
    new Consistency(world).check(List.of(id));
  }
}
