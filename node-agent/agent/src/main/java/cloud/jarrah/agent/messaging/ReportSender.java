package cloud.jarrah.agent.messaging;

import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.agent.scheduling.Coalesced;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeReport.Inventory;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Empties the outbox into the link, one report at a time, and numbers what it sends. */
public final class ReportSender {

  /** Who is speaking. */
  public record Speaker(String hostId, IntSupplier hostEpoch, long incarnation) {}

  private final Speaker speaker;
  private final ReportOutbox outbox;
  private final BrokerLink link;
  private final AgentThreads threads;
  private final Clock clock;
  private final Coalesced draining;
  private long sequence;
  private Instant noInventoryBefore = Instant.EPOCH;

  private ReportSender(
      Speaker speaker, ReportOutbox outbox, BrokerLink link, AgentThreads threads, Clock clock) {
    this.speaker = speaker;
    this.outbox = outbox;
    this.link = link;
    this.threads = threads;
    this.clock = clock;
    this.draining = new Coalesced(threads.link(), this::drain);
  }

  /** From now on, what comes into the outbox is sent. */
  public static void attach(
      Speaker speaker, ReportOutbox outbox, BrokerLink link, AgentThreads threads, Clock clock) {
    ReportSender sender = new ReportSender(speaker, outbox, link, threads, clock);
    outbox.wakeWith(sender.draining::trigger);
  }

  private void drain() {
    while (link.isConnected()) {
      Duration pause = Duration.between(clock.instant(), noInventoryBefore);
      if (outbox.isInventoryNext() && !pause.isNegative()) {
        threads.after(pause.plusMillis(1), threads.link(), draining::trigger);
        return;
      }
      @Nullable NodeReport report = outbox.next();
      if (report == null || !send(report)) {
        return;
      }
    }
  }

  private boolean send(NodeReport report) {
    Instant now = clock.instant();
    if (report instanceof Inventory inventory) {
      // A busy host with many instances must not send all of them after each small change.
      noInventoryBefore = now.plusMillis(inventory.instances().size());
    }
    sequence++;
    return link.send(
        NodeWire.encode(
            new ReportEnvelope(
                ReportEnvelope.VERSION,
                speaker.hostId(),
                speaker.hostEpoch().getAsInt(),
                speaker.incarnation(),
                sequence,
                now,
                report,
                MessageVersions.CURRENT)));
  }
}
