package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.MovableClock;
import cloud.jarrah.agent.fakes.RecordedReports;
import cloud.jarrah.agent.fakes.ScriptedMachine;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.EnsureStopped;
import cloud.jarrah.node.NodeCommand.SendInventory;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandEngineTest {
  private static final String HOST = "h-1";
  private static final int EPOCH = 3;
  private static final String ID = "i-0000000a";
  private static final String OTHER = "i-0000000b";

  private final MovableClock clock = new MovableClock();
  private final ScriptedMachine machine = new ScriptedMachine();
  private final RecordedReports reports = new RecordedReports();
  private Path directory = Path.of("");
  private ExecutorService threads = Executors.newFixedThreadPool(4);
  private Journal journal;
  private CommandEngine engine;
  private int commands;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    openEngine();
  }

  private void openEngine() throws Exception {
    journal = Journal.open(directory, Durability.PROCESS_DEATH);
    engine =
        new CommandEngine(
            new CommandEngine.Addressee(HOST, EPOCH),
            CommandHandlers.create(journal, machine, machine, machine, reports),
            journal,
            new Answers(reports, journal),
            threads,
            clock,
            () -> {});
  }

  /** As after kill -9: nobody says goodbye. */
  private void restart() throws Exception {
    engine.stop();
    journal.close();
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    threads = Executors.newFixedThreadPool(4);
    openEngine();
  }

  @AfterEach
  void end() throws InterruptedException {
    engine.stop();
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
  }

  private CommandEnvelope envelope(String id, long generation, NodeCommand command) {
    return new CommandEnvelope(
        CommandEnvelope.VERSION,
        "c-" + ++commands,
        HOST,
        EPOCH,
        id,
        generation,
        clock.instant().plus(Duration.ofMinutes(1)),
        "r-1",
        command);
  }

  private CommandEnvelope receive(String id, long generation, NodeCommand command) {
    CommandEnvelope envelope = envelope(id, generation, command);
    engine.receive(envelope);
    return envelope;
  }

  private CommandResult resultOf(CommandEnvelope envelope) {
    return await()
        .until(
            () ->
                reports.results.stream()
                    .filter(r -> r.commandId().equals(envelope.commandId()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private Outcome outcomeOf(CommandEnvelope envelope) {
    return resultOf(envelope).outcome();
  }

  private static Power power(CommandResult result) {
    InstanceObservation seen = result.observation();
    assertThat(seen).isNotNull();
    return seen == null ? Power.FAILED : seen.power();
  }

  private void awaitCall(String call) {
    await().until(() -> machine.calls().contains(call));
  }

  private JournalEntry entry(String id) {
    @Nullable JournalEntry entry = journal.find(id);
    if (entry == null) {
      throw new AssertionError("not in the journal: " + id);
    }
    return entry;
  }

  @Test
  void instanceIsStartedInTheRightOrder() {
    CommandResult result = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(power(result)).isEqualTo(Power.RUNNING);
    assertThat(machine.calls()).containsExactly("disk " + ID, "network " + ID, "start " + ID);
  }

  @Test
  void repetitionOfWhatWasDoneIsOnlyAnswered() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(outcomeOf(receive(ID, 1, Specs.run(ID)))).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).hasSize(3);
  }

  @Test
  void repetitionDoesNotUndoTheGuestsOwnPowerOff() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    journal.updateIfPresent(ID, entry -> entry.seen(Power.GUEST_OFF, null, clock.instant()));
    CommandResult again = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(power(again)).isEqualTo(Power.GUEST_OFF);
    assertThat(power(resultOf(receive(ID, 2, Specs.run(ID))))).isEqualTo(Power.RUNNING);
  }

  @Test
  void diskThatWasMadeOnceIsNotMadeAgain() {
    resultOf(receive(ID, 1, Specs.run(ID)));
    resultOf(receive(ID, 2, Specs.run(ID)));
    assertThat(machine.calls()).contains("disk " + ID + " existing");
  }

  @Test
  void olderGenerationIsIgnored() {
    resultOf(receive(ID, 5, Specs.run(ID)));
    CommandResult late = resultOf(receive(ID, 4, new EnsureAbsent(ID)));
    assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
    assertThat(power(late)).isEqualTo(Power.RUNNING);
    assertThat(machine.calls()).doesNotContain("remove " + ID);
  }

  @Test
  void removedInstanceIsNotBroughtBackByALateCommand() throws Exception {
    resultOf(receive(ID, 1, Specs.run(ID)));
    resultOf(receive(ID, 3, new EnsureAbsent(ID)));
    restart();
    assertThat(outcomeOf(receive(ID, 2, Specs.run(ID)))).isEqualTo(Outcome.SUPERSEDED);
    clock.advance(Duration.ofHours(25));
    journal.purge(clock.instant());
    assertThat(journal.find(ID)).isNull();
  }

  @Test
  void commandAfterItsDeadlineIsNotBegun() {
    CommandEnvelope envelope = envelope(ID, 1, Specs.run(ID));
    clock.advance(Duration.ofMinutes(2));
    engine.receive(envelope);
    assertThat(outcomeOf(envelope)).isEqualTo(Outcome.EXPIRED);
    assertThat(machine.calls()).isEmpty();
  }

  @Test
  void commandThatWaitedPastItsDeadlineIsNotBegun() {
    CountDownLatch gate = machine.holdStarts();
    receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope second = receive(ID, 2, Specs.run(ID));
    clock.advance(Duration.ofMinutes(2));
    gate.countDown();
    assertThat(outcomeOf(second)).isEqualTo(Outcome.EXPIRED);
  }

  @Test
  void removalInterruptsThePreparationOfTheDisk() {
    machine.holdDisks();
    CommandEnvelope run = receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    CommandEnvelope remove = receive(ID, 2, new EnsureAbsent(ID));
    assertThat(outcomeOf(run)).isEqualTo(Outcome.SUPERSEDED);
    assertThat(outcomeOf(remove)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).endsWith("remove " + ID).doesNotContain("start " + ID);
  }

  @Test
  void removalDoesNotInterruptTheHypervisor() {
    CountDownLatch gate = machine.holdStarts();
    CommandEnvelope run = receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope remove = receive(ID, 2, new EnsureAbsent(ID));
    gate.countDown();
    assertThat(outcomeOf(run)).isEqualTo(Outcome.DONE);
    assertThat(outcomeOf(remove)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).containsSubsequence("start " + ID, "remove " + ID);
  }

  @Test
  void onlyTheNewestOfTheWaitingCommandsIsWorkedOff() {
    CountDownLatch gate = machine.holdStarts();
    receive(ID, 1, Specs.run(ID));
    awaitCall("network " + ID);
    CommandEnvelope skipped = receive(ID, 2, new EnsureStopped(ID, 0));
    CommandEnvelope last = receive(ID, 3, Specs.run(ID));
    assertThat(outcomeOf(skipped)).isEqualTo(Outcome.SUPERSEDED);
    gate.countDown();
    assertThat(outcomeOf(last)).isEqualTo(Outcome.DONE);
    assertThat(machine.calls()).doesNotContain("stop " + ID);
  }

  @Test
  void otherInstancesDoNotWait() {
    CountDownLatch gate = machine.holdDisks();
    receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    assertThat(outcomeOf(receive(OTHER, 1, new EnsureAbsent(OTHER)))).isEqualTo(Outcome.DONE);
    gate.countDown();
  }

  @Test
  void commandForTheFormerSelfIsIgnored() {
    CommandEnvelope now = envelope(ID, 1, Specs.run(ID));
    engine.receive(
        new CommandEnvelope(
            1, "c-old", HOST, EPOCH - 1, ID, 9, now.deadline(), "r", now.command()));
    resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(reports.results).hasSize(1);
  }

  @Test
  void unknownVersionIsRefusedWithAReason() {
    CommandEnvelope now = envelope(ID, 1, Specs.run(ID));
    CommandEnvelope newer =
        new CommandEnvelope(9, "c-9", HOST, EPOCH, ID, 1, now.deadline(), "r", now.command());
    engine.receive(newer);
    assertThat(resultOf(newer).message()).contains("version 9");
  }

  @Test
  void stopOfAnInstanceThatIsNotHereFails() {
    CommandResult result = resultOf(receive(ID, 1, new EnsureStopped(ID, 0)));
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.retryable()).isFalse();
    assertThat(journal.find(ID)).isNull();
  }

  @Test
  void hopelessStartIsReportedAsFailed() {
    machine.fail(new HypervisorException("no such machine type", false, null));
    CommandResult result = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(power(result)).isEqualTo(Power.FAILED);
    assertThat(result.message()).isEqualTo("no such machine type");
  }

  @Test
  void startThatMaySucceedLaterRemainsInPreparation() {
    machine.fail(new HypervisorException("libvirt does not answer", true, null));
    CommandResult result = resultOf(receive(ID, 1, Specs.run(ID)));
    assertThat(result.retryable()).isTrue();
    assertThat(power(result)).isEqualTo(Power.PREPARING);
    machine.fail(null);
    assertThat(power(resultOf(receive(ID, 1, Specs.run(ID))))).isEqualTo(Power.RUNNING);
  }

  @Test
  void whatWasBegunIsTakenUpAgainAfterAKill() throws Exception {
    machine.holdDisks();
    receive(ID, 1, Specs.run(ID));
    awaitCall("disk " + ID);
    assertThat(entry(ID).power()).isEqualTo(Power.PREPARING);
    machine.holdDisks().countDown();
    restart();
    clock.advance(Duration.ofMinutes(2));
    engine.resume();
    await().until(() -> entry(ID).power() == Power.RUNNING);
    assertThat(reports.results).extracting(CommandResult::outcome).containsExactly(Outcome.DONE);
  }

  @Test
  void inventoryIsSentOnRequest() {
    CommandEnvelope ask = receive(HOST, 1, new SendInventory());
    assertThat(outcomeOf(ask)).isEqualTo(Outcome.DONE);
    assertThat(reports.inventories.get()).isPositive();
  }

  @Test
  void everyKindOfCommandHasAHandler() {
    CommandHandlers handlers = CommandHandlers.create(journal, machine, machine, machine, reports);
    assertThat(List.of(NodeCommand.class.getPermittedSubclasses()))
        .isNotEmpty()
        .allMatch(handlers::has);
  }
}
