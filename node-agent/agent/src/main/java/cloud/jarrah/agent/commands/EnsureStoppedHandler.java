package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.EnsureStopped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The guest is asked to shut down, then switched off. */
final class EnsureStoppedHandler implements InstanceCommandHandler<EnsureStopped> {
  private static final int LONGEST_GRACE_SECONDS = 300;

  private final Hypervisor hypervisor;

  EnsureStoppedHandler(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  @Override
  public Class<EnsureStopped> type() {
    return EnsureStopped.class;
  }

  @Override
  public String instanceId(EnsureStopped command) {
    return command.instanceId();
  }

  /** Unknown here means that its disk is not here: to say "stopped" would promise a disk. */
  @Override
  public void check(EnsureStopped command, JournalEntry before) throws CommandFailedException {
    if (before.generation() == 0 || before.isTombstone()) {
      throw new CommandFailedException(
          "The instance " + command.instanceId() + " is not on this host", false, null);
    }
    Moved.refuse(before);
  }

  @Override
  public boolean isDone(EnsureStopped command, JournalEntry entry) {
    return entry.power() != Power.RUNNING && entry.power() != Power.PREPARING;
  }

  @Override
  public JournalEntry begin(
      EnsureStopped command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    return before.begin(Wish.STOPPED, null, envelope);
  }

  @Override
  public CompletionStage<Power> apply(EnsureStopped command, Attempt attempt)
      throws CommandFailedException, InterruptedException {
    int seconds = Math.max(0, Math.min(command.graceSeconds(), LONGEST_GRACE_SECONDS));
    return attempt.interruptibly(
        () -> {
          hypervisor.ensureOff(command.instanceId(), Duration.ofSeconds(seconds));
          return CompletableFuture.completedStage(Power.OFF);
        });
  }

  @Override
  public JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now) {
    return entry.seen(entry.power(), why.getMessage(), now);
  }
}
