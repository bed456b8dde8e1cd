package cloud.jarrah.drift;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that moves has something on two hosts, and that is as it should be. */
class AuditOfMovesTest {
  private static TestDatabase database;

  private World world;
  private Auditor auditor;
  private String id;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void launchOne() {
    world = new World(database, 2);
    auditor = new Auditor(database, world, false);
    Owner owner = new Owner(world);
    id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
  }

  private Migration.Stage stage() {
    return world.inTransaction(() -> world.cloud().migrations().ofInstance(id).get(0)).stage();
  }

  private void movesUntil(Migration.Stage stage) {
    world.cloud().migrate(id, null);
    world.until("the move is " + stage, () -> stage() == stage);
  }

  /** The audit looks twice, and nothing of the instance is due meanwhile. */
  private void looksTwice() {
    rest();
    auditor.looks();
    world.pass(Duration.ofMinutes(1));
    rest();
    auditor.looks();
  }

  /** The reconciler would come soon; the audit must not depend on that. */
  private void rest() {
    world.inTransaction(
        () -> {
          world.cloud().instances().putOff(id, world.time().now().plusSeconds(10));
          return id;
        });
  }

  private OutgoingCommand told() {
    world.until("it is told", () -> open().isPresent());
    return open().orElseThrow();
  }

  private Optional<OutgoingCommand> open() {
    return world.inTransaction(() -> world.cloud().outbox().openFor(List.of(id))).values().stream()
        .findFirst();
  }

  @Test
  void formerHostIsToldToCleanUpUntilItHas() {
    String former = world.instance(id).hostId();
    movesUntil(Migration.Stage.CLEARING);
    world.silence(former);
    String command = told().id();

    looksTwice();

    assertThat(auditor.results()).isEmpty();
    assertThat(open().orElseThrow().id()).as("the same command is open").isEqualTo(command);
    assertThat(open().orElseThrow().hostId()).isEqualTo(former);
  }

  @Test
  void commandsOfAMoveAreLeftAlone() {
    movesUntil(Migration.Stage.PREPARING);
    Migration move = world.inTransaction(() -> world.cloud().migrations().ofInstance(id).get(0));
    world.silence(move.targetHost());
    String command = told().id();

    looksTwice();

    assertThat(auditor.results()).isEmpty();
    assertThat(open().orElseThrow().id()).as("the same command is open").isEqualTo(command);
    assertThat(open().orElseThrow().kind()).isEqualTo("PrepareArrival");
  }

  @Test
  void whatIsOnItsWayIsNoStranger() {
    movesUntil(Migration.Stage.MOVING);
    Migration move = world.inTransaction(() -> world.cloud().migrations().ofInstance(id).get(0));
    world.report(world.host(move.targetHost()).inventory());
    world.until("it has moved", () -> stage() == Migration.Stage.ENDED);

    looksTwice();

    assertThat(auditor.open()).isEmpty();
    assertThat(world.inTransaction(() -> auditor.sightings())).isZero();
  }
}
