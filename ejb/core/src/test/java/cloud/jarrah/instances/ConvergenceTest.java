package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.AtEachMove;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Fault;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every workflow reaches its end whatever goes wrong at whichever of its moves. The moves are those
 * of a recorded run without faults, not a list written by hand.
 */
class ConvergenceTest {
  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  /**
   * A life: launched, rebooted, stopped, given another type, started again, ended. Each part waits
   * for the one before.
   */
  private static String live(World world) {
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    world.onTerminate(() -> owner.terminates(id));
    step(owner, id, InstanceState.RUNNING, () -> owner.reboots(id));
    stepRebooted(world, owner, id, () -> owner.stops(id));
    step(
        owner,
        id,
        InstanceState.STOPPED,
        () -> {
          owner.resizes(id, "c1.medium");
          owner.starts(id);
        });
    step(owner, id, InstanceState.RUNNING, () -> owner.terminates(id));
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    return id;
  }

  /** Goes on when the state is reached, unless the instance was terminated in between. */
  private static void step(Owner owner, String id, InstanceState state, Runnable next) {
    owner.awaitsEither(id, state);
    if (owner.state(id) == state) {
      next.run();
    }
  }

  /** Goes on when the reboot has happened, and at once if the instance was terminated. */
  private static void stepRebooted(World world, Owner owner, String id, Runnable next) {
    if (owner.state(id) == InstanceState.RUNNING) {
      assertThat(world.instance(id).rebootDue()).isTrue();
      world.until(
          id + " has rebooted or ends",
          () -> !world.instance(id).rebootDue() || owner.state(id) != InstanceState.RUNNING);
    }
    if (owner.state(id) == InstanceState.RUNNING) {
      assertThat(world.host(world.instance(id).hostId()).boots(id))
          .as("boots after the reboot; " + world.describe())
          .isEqualTo(2);
      next.run();
    }
  }

  @Test
  void lifeWithoutFaultsTakesEveryKindOfMove() {
    World world = new World(database, 1);
    String id = live(world);
    new Consistency(world).check(List.of(id));
    assertThat(world.moves())
        .contains(
            "reconcile",
            "publish",
            "deliver EnsureRunning",
            "deliver EnsureStopped",
            "deliver EnsureAbsent",
            "take in Inventory",
            "take in CommandResult");
    assertThat(world.hosts().iterator().next().boots(id)).as("boots").isEqualTo(3);
  }

  @TestFactory
  List<DynamicTest> lifeConvergesWhateverFailsAtWhicheverMove() {
    World recorded = new World(database, 1);
    live(recorded);
    return AtEachMove.of(recorded, 0, Fault.values(), ConvergenceTest::lifeConverges);
  }

  private static void lifeConverges(int move, Fault fault) {
    World world = new World(database, 1);
    world.plan(move, fault);
    String id = live(world);
    // Whatever was held up arrives now, when it is no longer wanted.
    world.pass(Duration.ofMinutes(2));
    new Consistency(world).check(List.of(id));
    FakeHost host = world.hosts().iterator().next();
    assertThat(host.boots(id)).as("boots; " + world.describe()).isLessThanOrEqualTo(3);
    assertThat(host.present()).isEmpty();
  }

  @TestFactory
  List<DynamicTest> manyLivesConvergeUnderRandomFaults() {
    long first = Long.getLong("jarrah.test.seed", 20_260_301L);
    List<DynamicTest> tests = new ArrayList<>();
    for (long seed = first; seed < first + 40; seed++) {
      long chosen = seed;
      tests.add(DynamicTest.dynamicTest("seed " + chosen, () -> randomStory(new Random(chosen))));
    }
    return tests;
  }

  private static void randomStory(Random random) {
    World world = new World(database, 2);
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(3);
    world.onTerminate(() -> owner.terminates(ids.get(random.nextInt(ids.size()))));
    for (int i = 0; i < 25; i++) {
      Fault[] faults = Fault.values();
      world.plan(random.nextInt(120), faults[random.nextInt(faults.length)]);
    }
    for (int i = 0; i < 12; i++) {
      owner.triesSomething(ids.get(random.nextInt(ids.size())), random);
      world.pass(Duration.ofSeconds(random.nextInt(20)));
    }
    ids.forEach(owner::awaitsRest);
    world.pass(Duration.ofMinutes(3));
    ids.forEach(owner::awaitsRest);
    new Consistency(world).check(ids);
  }
}
