package cloud.jarrah.agent.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.MovableClock;
import cloud.jarrah.agent.fakes.RecordedReports;
import cloud.jarrah.agent.fakes.ScriptedMachine;
import cloud.jarrah.agent.fakes.ScriptedSleeper;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.slumber.Bedtime;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine over a scripted machine, and the verbs of its tests. */
abstract class EngineFixture {
  static final String HOST = "h-1";
  static final int EPOCH = 3;
  static final String ID = "i-0000000a";
  static final String OTHER = "i-0000000b";

  final MovableClock clock = new MovableClock();
  final ScriptedMachine machine = new ScriptedMachine();
  volatile int epoch = EPOCH;
  final ScriptedSleeper sleeper = new ScriptedSleeper();
  final RecordedReports reports = new RecordedReports();
  Path directory = Path.of("");
  ExecutorService threads = Executors.newFixedThreadPool(4);
  Journal journal;
  Bedtime bedtime;
  CommandEngine engine;
  int commands;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    openEngine();
  }

  private void openEngine() throws Exception {
    journal = Journal.open(directory, Durability.PROCESS_DEATH);
    bedtime = Bedtime.open(directory, Durability.PROCESS_DEATH, sleeper, clock);
    engine =
        new CommandEngine(
            new CommandEngine.Addressee(HOST, () -> epoch),
            CommandHandlers.create(
                journal,
                machine,
                machine,
                machine,
                reports,
                next -> epoch = next,
                new CommandHandlers.Night(bedtime, () -> engine.isWorking())),
            journal,
            new Answers(reports, journal),
            threads,
            clock,
            () -> {});
  }

  /** As after kill -9: nobody says goodbye. */
  void restart() throws Exception {
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

  CommandEnvelope envelope(String id, long generation, NodeCommand command) {
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

  CommandEnvelope receive(String id, long generation, NodeCommand command) {
    CommandEnvelope envelope = envelope(id, generation, command);
    engine.receive(envelope);
    return envelope;
  }

  CommandResult resultOf(CommandEnvelope envelope) {
    return await()
        .until(
            () ->
                reports.results.stream()
                    .filter(r -> r.commandId().equals(envelope.commandId()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  Outcome outcomeOf(CommandEnvelope envelope) {
    return resultOf(envelope).outcome();
  }

  static Power power(CommandResult result) {
    InstanceObservation seen = result.observation();
    assertThat(seen).isNotNull();
    return seen == null ? Power.FAILED : seen.power();
  }

  void awaitCall(String call) {
    await().until(() -> machine.calls().contains(call));
  }

  JournalEntry entry(String id) {
    @Nullable JournalEntry entry = journal.find(id);
    if (entry == null) {
      throw new AssertionError("not in the journal: " + id);
    }
    return entry;
  }
}
