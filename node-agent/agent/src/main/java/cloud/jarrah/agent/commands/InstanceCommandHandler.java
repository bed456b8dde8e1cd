package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Works off a command about one instance. */
non-sealed interface InstanceCommandHandler<C extends NodeCommand> extends CommandHandler<C> {

  /** Which instance it is about. */
  String instanceId(C command);

  /** Refuses what makes no sense for the instance as it is; then nothing is journaled. */
  default void check(C command, JournalEntry before) throws CommandFailedException {}

  /**
   * Whether the same command has been carried out before. Then a repetition is only answered: what
   * became of the instance since, a guest that switched itself off above all, is not undone.
   */
  boolean isDone(C command, JournalEntry entry);

  /** What is to be in the journal before anything is done. */
  JournalEntry begin(C command, CommandEnvelope envelope, JournalEntry before, Instant now);

  /** Makes it true; may be called again and again. Completes with the power that results. */
  CompletionStage<Power> apply(C command, Attempt attempt)
      throws CommandFailedException, InterruptedException;

  /** What is to be in the journal after a failure. */
  JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now);
}
