package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.slumber.Bedtime;
import cloud.jarrah.node.NodeCommand.Sleep;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Puts the host to sleep if nothing at all is on it. */
final class SleepHandler implements SideCommandHandler<Sleep> {
  private final Bedtime bedtime;
  private final Journal journal;
  private final Hypervisor hypervisor;
  private final BooleanSupplier working;

  /**
   * @param working whether a command of an instance is being worked on
   */
  SleepHandler(Bedtime bedtime, Journal journal, Hypervisor hypervisor, BooleanSupplier working) {
    this.bedtime = bedtime;
    this.journal = journal;
    this.hypervisor = hypervisor;
    this.working = working;
  }

  @Override
  public Class<Sleep> type() {
    return Sleep.class;
  }

  @Override
  public void apply(Sleep command) throws CommandFailedException {
    try {
      bedtime.sleep(command.number(), this::busy);
    } catch (IOException e) {
      throw new CommandFailedException("The host stays awake: " + e.getMessage(), true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("The agent is ending", true, e);
    }
  }

  /** What cannot be found out counts as there. */
  private boolean busy() {
    try {
      return working.getAsBoolean()
          || journal.entries().stream().anyMatch(entry -> !idle(entry))
          || !hypervisor.domains().isEmpty();
    } catch (HypervisorException e) {
      return true;
    }
  }

  private static boolean idle(JournalEntry entry) {
    return entry.isTombstone() && entry.begun() == null;
  }
}
