package cloud.jarrah.drift;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.drift.entity.DriftFinding;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Instances that a host has although they should not be there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
  private static final String STRANGER = "i-0000000000000dead";
  private static final int MINUTES_TO_A_VERDICT = 8;

  private final TestDatabase database = TestDatabase.create();
  private World world;
  private Owner owner;
  private FakeHost host;
  private String id;

  @BeforeEach
  void launchOne() {
    world = new World(database, 2);
    owner = new Owner(world);
    id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    host = world.host(world.instance(id).hostId());
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void oneThatNothingIsKnownOfIsReportedAndLeftAlone() {
    Auditor auditor = new Auditor(database, world, false);
    appears(host, STRANGER);
    passes(auditor, MINUTES_TO_A_VERDICT);
    assertThat(auditor.open()).extracting(DriftFinding::resource).containsExactly(name(STRANGER));
    assertThat(host.present()).containsExactlyInAnyOrder(id, STRANGER);
  }

  @Test
  void oneThatNothingIsKnownOfIsRemovedIfTheAdministratorWantsThat() {
    Auditor auditor = new Auditor(database, world, true);
    appears(host, STRANGER);
    passes(auditor, 2);
    assertThat(host.present()).as("not at the first reports").contains(STRANGER);
    passes(auditor, MINUTES_TO_A_VERDICT);
    assertThat(host.present()).containsExactly(id);
    assertThat(auditor.open()).isEmpty();
    assertThat(auditor.results()).containsEntry("unknown-instance-on-host", "1 found, 0 healed");
    assertThat(openCommands()).isZero();
  }

  @Test
  void oneThatItsHostWasToldToRemoveIsOpenUntilTheHostHasDoneSo() {
    Auditor auditor = new Auditor(database, world, true);
    appears(host, STRANGER);
    for (int minute = 0; minute < 12 && openCommands() == 0; minute++) {
      world.pass(Duration.ofMinutes(1));
      auditor.looks();
    }
    assertThat(openCommands()).isEqualTo(1);
    assertThat(auditor.open()).extracting(DriftFinding::resource).containsExactly(name(STRANGER));
    world.silence(host.id());
    passes(auditor, 1);
    assertThat(auditor.open()).extracting(DriftFinding::resource).containsExactly(name(STRANGER));
    world.speakAgain(host.id());
    passes(auditor, 3);
    assertThat(auditor.open()).isEmpty();
    assertThat(host.present()).containsExactly(id);
  }

  @Test
  void oneThatEndedHereIsRemovedWhenItComesBackAfterItsRowWent() {
    Auditor auditor = new Auditor(database, world, false);
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    world.pass(Duration.ofMinutes(62));
    appears(host, id);
    passes(auditor, MINUTES_TO_A_VERDICT);
    assertThat(host.present()).isEmpty();
    assertThat(auditor.open()).isEmpty();
  }

  @Test
  void oneThatEndedElsewhereIsReportedAndLeftAlone() {
    Auditor auditor = new Auditor(database, world, false);
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    world.pass(Duration.ofMinutes(62));
    appears(other(), id);
    passes(auditor, MINUTES_TO_A_VERDICT);
    assertThat(other().present()).containsExactly(id);
    assertThat(auditor.open()).hasSize(1);
  }

  @Test
  void oneWhoseRowNamesAnotherHostIsNeverRemoved() {
    Auditor auditor = new Auditor(database, world, true);
    appears(other(), id);
    passes(auditor, MINUTES_TO_A_VERDICT);
    assertThat(other().present()).containsExactly(id);
    assertThat(host.present()).containsExactly(id);
    assertThat(auditor.open()).hasSize(1);
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
  }

  @Test
  void whatAHostListedBeforeItWasSetUpAnewProvesNothing() {
    Auditor auditor = new Auditor(database, world, true);
    appears(host, STRANGER);
    passes(auditor, 3);
    world.cloud().enrolAgain(host.id(), world.time());
    passes(auditor, MINUTES_TO_A_VERDICT);
    assertThat(host.present()).contains(STRANGER);
    assertThat(openCommands()).isZero();
  }

  @Test
  void oneThatGoesByItselfIsForgotten() {
    Auditor auditor = new Auditor(database, world, false);
    appears(host, STRANGER);
    passes(auditor, MINUTES_TO_A_VERDICT);
    host.loses(STRANGER);
    passes(auditor, 5);
    assertThat(auditor.open()).isEmpty();
  }

  private FakeHost other() {
    return world.hosts().stream().filter(h -> !h.id().equals(host.id())).findFirst().orElseThrow();
  }

  private String name(String instance) {
    return host.id() + "/" + instance;
  }

  private void passes(Auditor auditor, int minutes) {
    for (int minute = 0; minute < minutes; minute++) {
      world.pass(Duration.ofMinutes(1));
      auditor.looks();
    }
    world.pass(Duration.ofSeconds(10));
  }

  /** As if somebody had started it there, or an old backup had come back. */
  private void appears(FakeHost at, String instance) {
    at.receive(
            new CommandEnvelope(
                CommandEnvelope.VERSION,
                "cmd-of-nobody",
                at.id(),
                1,
                instance,
                90,
                world.time().now().plusSeconds(60),
                "request-0",
                new NodeCommand.EnsureRunning(host.spec(id), null)))
        .forEach(world::report);
  }

  private long openCommands() {
    return world.inTransaction(
        () ->
            database
                .entityManager()
                .createQuery(
                    "select count(c) from OutgoingCommand c where c.openResource is not null",
                    Long.class)
                .getSingleResult());
  }
}
