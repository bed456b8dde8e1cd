package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.hosts.entity.Standing;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets a host back in that was given up. It speaks with its former epoch, which is void; it is told
 * to end what lives elsewhere by now, and to speak with the new one. It is used again when an
 * inventory under the new epoch shows that it has done so. Until then no other command reaches it.
 */
@Singleton
public class Readmission {
  private static final Logger LOG = Logger.getLogger(Readmission.class);

  private static final String TOO_OLD =
      "It has come back, but its agent is too old to be let in again: upgrade it";

  private final InventoryListener listener;
  private final CommandTransport transport;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final Ids ids;

  @Inject
  public Readmission(
      InventoryListener listener,
      CommandTransport transport,
      Transactions transactions,
      DatabaseTime time,
      Ids ids) {
    this.listener = listener;
    this.transport = transport;
    this.transactions = transactions;
    this.time = time;
    this.ids = ids;
  }

  /**
   * The former self of a host that was given up has shown what it has. It is told nothing until all
   * that it was told before has arrived or never will: nothing may come between what it ends now.
   */
  void former(Host host, ReportEnvelope envelope) {
    Instant since = host.standing().since();
    boolean quiet =
        since != null && time.now().isAfter(since.plus(CommandTransport.ARRIVED_WITHIN));
    if (quiet
        && host.standing().standing() == HostStanding.FENCED
        && envelope.report() instanceof NodeReport.Inventory inventory) {
      offer(host, envelope, listener.movedAway(host.id(), inventory.instances()));
    }
  }

  /** A host has shown under its present epoch what it has. */
  void present(Host host, ReportEnvelope envelope, NodeReport.Inventory inventory) {
    if (host.standing().standing() != HostStanding.FENCED) {
      return;
    }
    List<String> leave = listener.movedAway(host.id(), inventory.instances());
    if (leave.isEmpty()) {
      host.returned(
          new Standing.Decision(host.id(), 0, time.now()), "It came back under a new epoch");
      LOG.warnf("JARRAH000507 host %s (%s) has come back", host.name(), host.id());
    } else {
      offer(host, envelope, leave);
    }
  }

  /** Not through the outbox: if it is lost, the next inventory brings it again. */
  private void offer(Host host, ReportEnvelope envelope, List<String> leave) {
    if (envelope.understood() < MessageVersions.of(NodeCommand.Readmit.class)) {
      if (host.note(TOO_OLD)) {
        LOG.errorf("JARRAH000508 host %s (%s): %s", host.name(), host.id(), TOO_OLD);
      }
      return;
    }
    Instant now = time.now();
    String id = ids.next("cmd");
    CommandEnvelope command =
        new CommandEnvelope(
            CommandEnvelope.VERSION,
            id,
            host.id(),
            envelope.hostEpoch(),
            host.id(),
            0,
            now.plusSeconds(30),
            id,
            new NodeCommand.Readmit(host.epoch(), leave));
    transactions.afterCommit(() -> transport.send(command));
  }
}
