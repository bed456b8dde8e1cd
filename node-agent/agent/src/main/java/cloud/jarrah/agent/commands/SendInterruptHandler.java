package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.SendInterrupt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts a guest at most once for each number: the number is in the journal before it happens,
 * so an agent that dies in between has sent none.
 */
final class SendInterruptHandler implements SideCommandHandler<SendInterrupt> {
  private final Journal journal;
  private final Hypervisor hypervisor;

  SendInterruptHandler(Journal journal, Hypervisor hypervisor) {
    this.journal = journal;
    this.hypervisor = hypervisor;
  }

  @Override
  public Class<SendInterrupt> type() {
    return SendInterrupt.class;
  }

  @Override
  public void apply(SendInterrupt command) throws CommandFailedException {
    AtomicBoolean first = new AtomicBoolean();
    @Nullable JournalEntry entry =
        journal.updateIfPresent(
            command.instanceId(),
            present -> {
              first.set(command.number() > present.interrupt());
              return first.get() ? present.interrupted(command.number()) : present;
            });
    if (entry == null || entry.power() != Power.RUNNING) {
      throw new CommandFailedException(
          "The instance " + command.instanceId() + " does not run on this host", true, null);
    }
    if (first.get()) {
      try {
        hypervisor.interrupt(command.instanceId());
      } catch (HypervisorException e) {
        throw CommandFailedException.of(e);
      }
    }
  }
}
