package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Tells hosts to sleep and to stay awake, after the commit of what decided so. */
@Singleton
public class PowerOrders {
  private static final int SECONDS = 30;

  private final CommandTransport transport;
  private final Transactions transactions;
  private final Ids ids;

  @Inject
  public PowerOrders(CommandTransport transport, Transactions transactions, Ids ids) {
    this.transport = transport;
    this.transactions = transactions;
    this.ids = ids;
  }

  /** Once: a host that does not hear it speaks on, and is told another time. */
  void sleep(Host host, Instant now) {
    send(host, new NodeCommand.Sleep(host.power().number()), now);
  }

  /** Again and again while it is woken. */
  void stayAwake(Host host, Instant now) {
    send(host, new NodeCommand.StayAwake(host.power().number()), now);
  }

  private void send(Host host, NodeCommand command, Instant now) {
    String id = ids.next("cmd");
    CommandEnvelope envelope =
        new CommandEnvelope(
            CommandEnvelope.VERSION,
            id,
            host.id(),
            host.epoch(),
            host.id(),
            0,
            now.plusSeconds(SECONDS),
            id,
            command);
    transactions.afterCommit(() -> transport.send(envelope));
  }
}
