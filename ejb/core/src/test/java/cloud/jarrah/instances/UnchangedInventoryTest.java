package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.LastSeen;
import cloud.jarrah.instances.entity.Observation;
import cloud.jarrah.instances.entity.ObservedPower;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.Statements;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Most inventories say what is known already: that must cost next to nothing. */
class UnchangedInventoryTest {
  private static final Observation.Source BEFORE = new Observation.Source(1, 5, 10);
  private static final Observation.Source LATER = new Observation.Source(1, 5, 11);
  private static final Observation.Seen RUNNING =
      new Observation.Seen(ObservedPower.RUNNING, 3, 3, null);

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  private static LastSeen known(boolean settled, int missing) {
    return new LastSeen(
        "i-1",
        settled,
        BEFORE.epoch(),
        BEFORE.incarnation(),
        ObservedPower.RUNNING,
        3,
        3,
        null,
        missing);
  }

  @Test
  void onlyWhatIsExactlyTheSameStands() {
    assertThat(known(true, 0).stands(LATER, RUNNING)).isTrue();
    assertThat(known(false, 0).stands(LATER, RUNNING)).as("something is wanted").isFalse();
    assertThat(known(true, 1).stands(LATER, RUNNING)).as("it was missing").isFalse();
    for (Observation.Seen other :
        List.of(
            new Observation.Seen(ObservedPower.OFF, 3, 3, null),
            new Observation.Seen(ObservedPower.RUNNING, 4, 3, null),
            new Observation.Seen(ObservedPower.RUNNING, 3, 2, null),
            new Observation.Seen(ObservedPower.RUNNING, 3, 3, "it crawls"))) {
      assertThat(known(true, 0).stands(LATER, other)).as("%s", other).isFalse();
    }
    assertThat(known(true, 0).stands(new Observation.Source(2, 1, 1), RUNNING)).isFalse();
    assertThat(known(true, 0).stands(new Observation.Source(1, 6, 1), RUNNING)).isFalse();
  }

  @Test
  void inventoryOfManyInstancesTakesNoMoreStatementsThanOneOfFew() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    owner.runs(1).forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    long few = statements(world);
    owner.runs(6).forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    assertThat(statements(world)).isEqualTo(few);
  }

  private long statements(World world) {
    // Twice: the first may still say something new.
    world.hosts().forEach(host -> world.report(host.inventory()));
    world.pass(Duration.ofSeconds(1));
    return Statements.of(
        database, () -> world.hosts().forEach(host -> world.report(host.inventory())));
  }
}
