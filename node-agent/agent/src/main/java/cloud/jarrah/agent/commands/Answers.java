package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Outcome;
import org.jspecify.annotations.Nullable;

/** The answers to commands. */
public final class Answers {
  private final Reports reports;
  private final Journal journal;
  private volatile boolean stopped;

  public Answers(Reports reports, Journal journal) {
    this.reports = reports;
    this.journal = journal;
  }

  void done(CommandEnvelope command, @Nullable JournalEntry after) {
    send(command, Outcome.DONE, false, null, after);
  }

  void superseded(CommandEnvelope command) {
    send(
        command,
        Outcome.SUPERSEDED,
        false,
        "A newer command has taken its place",
        journal.find(command.resource()));
  }

  void expired(CommandEnvelope command) {
    send(
        command,
        Outcome.EXPIRED,
        false,
        "The command came after its deadline",
        journal.find(command.resource()));
  }

  void failed(CommandEnvelope command, CommandFailedException why) {
    send(
        command,
        Outcome.FAILED,
        why.retryable(),
        why.getMessage(),
        journal.find(command.resource()));
  }

  private void send(
      CommandEnvelope command,
      Outcome outcome,
      boolean retryable,
      @Nullable String message,
      @Nullable JournalEntry seen) {
    if (!stopped) {
      reports.result(
          new CommandResult(
              command.commandId(),
              command.resource(),
              command.generation(),
              outcome,
              retryable,
              message,
              seen == null ? null : seen.observation()));
    }
  }

  void stop() {
    stopped = true;
  }
}
