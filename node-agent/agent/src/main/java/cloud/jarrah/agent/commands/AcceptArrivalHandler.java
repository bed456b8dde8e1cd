package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.AcceptArrival;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The instance is known to have left its former host. If nobody saw it run here, it died since; its
 * disk is here all the same.
 */
final class AcceptArrivalHandler implements InstanceCommandHandler<AcceptArrival> {
  private final Journal journal;
  private final Hypervisor hypervisor;

  AcceptArrivalHandler(Journal journal, Hypervisor hypervisor) {
    this.journal = journal;
    this.hypervisor = hypervisor;
  }

  @Override
  public Class<AcceptArrival> type() {
    return AcceptArrival.class;
  }

  @Override
  public String instanceId(AcceptArrival command) {
    return command.instanceId();
  }

  @Override
  public void check(AcceptArrival command, JournalEntry before) throws CommandFailedException {
    if (before.wish() == Wish.ABSENT || before.wish() == Wish.DEPARTED) {
      throw new CommandFailedException(
          "The instance " + command.instanceId() + " is not awaited on this host", false, null);
    }
  }

  @Override
  public boolean isDone(AcceptArrival command, JournalEntry entry) {
    return entry.wish() != Wish.ARRIVING;
  }

  @Override
  public JournalEntry begin(
      AcceptArrival command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    return before.begin(before.wish(), null, envelope);
  }

  @Override
  public CompletionStage<Power> apply(AcceptArrival command, Attempt attempt)
      throws CommandFailedException {
    JournalEntry entry = attempt.entry();
    if (entry.wish() != Wish.ARRIVING) {
      return CompletableFuture.completedStage(entry.power());
    }
    Power power = power(command.instanceId());
    journal.updateIfPresent(
        command.instanceId(), present -> present.arrived(power, present.since()));
    return CompletableFuture.completedStage(power);
  }

  private Power power(String instanceId) throws CommandFailedException {
    try {
      DomainState state = hypervisor.domains().get(instanceId);
      if (state == DomainState.RUNNING || state == DomainState.HELD) {
        return Power.RUNNING;
      }
      if (state == DomainState.IN_MIGRATION) {
        throw new CommandFailedException("The instance is just arriving", true, null);
      }
      return state == DomainState.SHUT_DOWN_BY_GUEST ? Power.GUEST_OFF : Power.CRASHED;
    } catch (HypervisorException e) {
      throw CommandFailedException.of(e);
    }
  }

  @Override
  public JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now) {
    return entry;
  }
}
