package cloud.jarrah.hosts.control;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.MessageHeader;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand.ReportHeard;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.nodes.CommandTransport;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells hosts that they are heard, and where all the brokers are: one small message per host and
 * heartbeat, gathered and sent together, once what they said is in the database: hosts of a server
 * that has lost it are better off with another one.
 */
@Singleton
public class Acknowledgements {
  private static final Duration VALID = Duration.ofSeconds(30);

  private final Brokers brokers;
  private final CommandTransport transport;
  private final Ids ids;
  private final Clock clock;
  private final Object lock = new Object();
  private Map<String, Owed> owed = new HashMap<>();

  private record Owed(int epoch, long incarnation, long sequence, @Nullable String problem) {}

  @Inject
  public Acknowledgements(Brokers brokers, CommandTransport transport, Ids ids, Clock clock) {
    this.brokers = brokers;
    this.transport = transport;
    this.ids = ids;
    this.clock = clock;
  }

  void heard(ReportEnvelope report) {
    owe(
        report.hostId(),
        report.understood(),
        new Owed(report.hostEpoch(), report.incarnation(), report.sequence(), null));
  }

  /** The report is of a version that is not understood here. */
  void refused(String host, MessageHeader report, String why) {
    Integer understands = report.understands();
    owe(
        host,
        understands == null ? 1 : understands,
        new Owed(report.hostEpoch(), report.incarnation(), report.sequence(), why));
  }

  // A host of the first version knows no such message, and expects none.
  private void owe(String host, int understands, Owed answer) {
    if (understands >= MessageVersions.of(ReportHeard.class)) {
      synchronized (lock) {
        owed.put(host, answer);
      }
    }
  }

  /** Sends what is owed since the last call. */
  public void flush() {
    Map<String, Owed> batch;
    synchronized (lock) {
      batch = owed;
      owed = new HashMap<>();
    }
    Instant deadline = clock.instant().plus(VALID);
    List<CommandEnvelope> messages =
        batch.entrySet().stream()
            .map(entry -> message(entry.getKey(), entry.getValue(), deadline))
            .toList();
    transport.sendAll(messages);
  }

  private CommandEnvelope message(String host, Owed answer, Instant deadline) {
    String id = ids.next("cmd");
    return new CommandEnvelope(
        CommandEnvelope.VERSION,
        id,
        host,
        answer.epoch(),
        host,
        0,
        deadline,
        id,
        new ReportHeard(
            answer.incarnation(), answer.sequence(), brokers.addresses(), answer.problem()));
  }
}
