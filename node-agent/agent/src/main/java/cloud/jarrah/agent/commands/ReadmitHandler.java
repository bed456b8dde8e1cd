package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.node.NodeCommand.Readmit;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Ends what lives elsewhere, then takes up the new epoch. Disks are not touched: they are used by
 * another host. If anything fails the epoch stays, and the cloud asks again.
 */
final class ReadmitHandler implements LanesCommandHandler<Readmit> {
  private final Journal journal;
  private final Network network;
  private final Hypervisor hypervisor;
  private final Reports reports;
  private final IntConsumer epoch;

  /**
   * @param epoch notes the new epoch
   */
  ReadmitHandler(
      Journal journal, Network network, Hypervisor hypervisor, Reports reports, IntConsumer epoch) {
    this.journal = journal;
    this.network = network;
    this.hypervisor = hypervisor;
    this.reports = reports;
    this.epoch = epoch;
  }

  @Override
  public Class<Readmit> type() {
    return Readmit.class;
  }

  @Override
  public Set<String> instanceIds(Readmit command) {
    return Set.copyOf(command.leave());
  }

  @Override
  public int epoch(Readmit command) {
    return command.epoch();
  }

  @Override
  public void apply(Readmit command) throws CommandFailedException {
    for (String instanceId : command.leave()) {
      try {
        hypervisor.ensureAbsent(instanceId);
        network.ensureAbsent(instanceId);
      } catch (HypervisorException | NetworkException e) {
        throw CommandFailedException.of(e);
      }
      journal.forget(instanceId);
    }
    epoch.accept(command.epoch());
    reports.inventoryDue();
  }
}
