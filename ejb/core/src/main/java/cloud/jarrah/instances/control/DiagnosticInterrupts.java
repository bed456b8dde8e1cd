package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Interrupts guests, each time at most once. Not through the outbox, which would repeat it: who
 * sees nothing happen asks again, while a second panic in the midst of a crash dump would spoil it.
 * The number keeps out what the broker doubles or delays; it is the time, so that it grows.
 */
@Singleton
public class DiagnosticInterrupts {
  /** The broker forgets it after 30 seconds; the host's clock may be ahead of ours. */
  private static final Duration IN_TIME = Duration.ofSeconds(60);

  private final HostStatus hosts;
  private final CommandTransport transport;
  private final Transactions transactions;
  private final Ids ids;

  @Inject
  public DiagnosticInterrupts(
      HostStatus hosts, CommandTransport transport, Transactions transactions, Ids ids) {
    this.hosts = hosts;
    this.transport = transport;
    this.transactions = transactions;
    this.ids = ids;
  }

  /** Sends it after the commit. */
  public void send(Instance instance, String requestId) {
    Integer epoch = hosts.epochs(Set.of(instance.hostId())).get(instance.hostId());
    if (epoch == null) {
      throw InstanceErrors.hostSilent("The instance's host is not there.");
    }
    Instant now = hosts.now();
    CommandEnvelope envelope =
        new CommandEnvelope(
            CommandEnvelope.VERSION,
            ids.next("cmd"),
            instance.hostId(),
            epoch,
            instance.id(),
            0,
            now.plus(IN_TIME),
            requestId,
            new NodeCommand.SendInterrupt(instance.id(), now.toEpochMilli()));
    transactions.afterCommit(() -> transport.send(envelope));
  }
}
