package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.MessageHeader;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.node.UnknownVersionException;
import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Takes in what hosts say. A report of another epoch, of an unknown host or in another's name is
 * dropped; order is judged by those who store what it says.
 */
@Singleton
public class ReportIntake {
  private static final Logger LOG = Logger.getLogger(ReportIntake.class);

  private final HostRepository hosts;
  private final Heartbeats heartbeats;
  private final Acknowledgements acknowledgements;
  private final InventoryListener listener;
  private final Inventories inventories;
  private final Transactions transactions;
  private final Metrics metrics;

  @Inject
  public ReportIntake(
      HostRepository hosts,
      Heartbeats heartbeats,
      Acknowledgements acknowledgements,
      InventoryListener listener,
      Inventories inventories,
      Transactions transactions,
      Metrics metrics) {
    this.hosts = hosts;
    this.heartbeats = heartbeats;
    this.acknowledgements = acknowledgements;
    this.listener = listener;
    this.inventories = inventories;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  /**
   * Takes in a message.
   *
   * @param sender the host the broker has authenticated
   */
  public void receive(String sender, String text) {
    try {
      accept(sender, NodeWire.decodeReport(text));
    } catch (UnknownVersionException e) {
      refuse(sender, e.header());
    } catch (MalformedMessageException | IllegalArgumentException e) {
      LOG.warnf(e, "a report of host %s cannot be read and is dropped", sender);
    }
  }

  /** Who is too new for this server hears so, and is not silently ignored. */
  private void refuse(String sender, MessageHeader header) {
    String why = MessageVersions.refusal("The cloud", header.version());
    LOG.warnf("host %s: a report is refused: %s", sender, why);
    if (sender.equals(header.hostId())) {
      acknowledgements.refused(sender, header, why);
    }
  }

  void accept(String sender, ReportEnvelope envelope) {
    if (!sender.equals(envelope.hostId())) {
      LOG.warnf("host %s sent a report in another name; dropped", sender);
      return;
    }
    NodeReport report = envelope.report();
    metrics.count(Metric.REPORTS, 1, report.getClass().getSimpleName());
    if (report instanceof NodeReport.Heartbeat heartbeat) {
      acknowledgements.heard(envelope);
      heartbeats.heard(envelope, heartbeat);
    } else if (report instanceof NodeReport.Inventory inventory) {
      acknowledgements.heard(envelope);
      inTransaction(envelope, host -> inventories.received(envelope, host, inventory));
    } else if (report instanceof NodeReport.CommandResult result) {
      inTransaction(
          envelope,
          host ->
              listener.commandResult(
                  envelope,
                  result,
                  host.hasShownSince(envelope.incarnation(), envelope.sequence())));
    } else if (report instanceof NodeReport.ConsoleOutput output) {
      inTransaction(envelope, host -> listener.console(envelope, output));
    } else if (report instanceof NodeReport.Screenshot shot) {
      inTransaction(envelope, host -> listener.screenshot(envelope, shot));
    }
  }

  private void inTransaction(ReportEnvelope envelope, Consumer<Host> work) {
    // A placement may change the host's row at the same moment: then take the report in again.
    new Retrying(transactions)
        .requiresNew(
            () -> {
              Optional<Host> host = hosts.find(envelope.hostId());
              boolean current = host.filter(h -> isCurrent(h, envelope)).isPresent();
              if (current) {
                work.accept(host.get());
              } else {
                host.ifPresent(known -> inventories.former(known, envelope));
                LOG.infof("a report of host %s's former self is dropped", envelope.hostId());
              }
              return current;
            });
  }

  /** Of its present epoch, or the inventory of one that the database has yet to hear of. */
  private static boolean isCurrent(Host host, ReportEnvelope envelope) {
    return host.epoch() == envelope.hostEpoch()
        || (envelope.report() instanceof NodeReport.Inventory
            && host.isBehind(envelope.hostEpoch()));
  }
}
