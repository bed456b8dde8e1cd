package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.nodes.CommandTransport;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Gathers heartbeats and writes them in batches: a thousand hosts cost one update every few
 * seconds, not a hundred each second. What is lost with a server comes again with the next
 * heartbeat.
 */
@Singleton
public class Heartbeats {
  private static final Logger LOG = Logger.getLogger(Heartbeats.class);

  /** Of a thousand hosts all are asked within half a minute, and the server has time for others. */
  private static final int ASKED_AT_ONCE = 100;

  private final HostRepository hosts;
  private final CommandTransport transport;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final Ids ids;
  private final Object lock = new Object();
  private Map<String, Heard> heard = new HashMap<>();
  private final Deque<String> unasked = new ArrayDeque<>();

  /** What waits for longer, as in a server that was paused, says nothing about the present. */
  private static final Duration FRESH = Duration.ofSeconds(15);

  private record Heard(int epoch, String digest, long nanoTime) {
    boolean fresh() {
      return System.nanoTime() - nanoTime <= FRESH.toNanos();
    }
  }

  @Inject
  public Heartbeats(
      HostRepository hosts,
      CommandTransport transport,
      Transactions transactions,
      DatabaseTime time,
      Ids ids) {
    this.hosts = hosts;
    this.transport = transport;
    this.transactions = transactions;
    this.time = time;
    this.ids = ids;
  }

  void heard(ReportEnvelope envelope, NodeReport.Heartbeat heartbeat) {
    synchronized (lock) {
      heard.put(
          envelope.hostId(),
          new Heard(envelope.hostEpoch(), heartbeat.inventoryDigest(), System.nanoTime()));
    }
  }

  /**
   * Writes what was heard since the last call, and asks for inventories where they changed.
   *
   * @return false: it could not be written
   */
  public boolean flush() {
    Map<String, Heard> batch;
    synchronized (lock) {
      batch = heard;
      heard = new HashMap<>();
    }
    boolean written = batch.isEmpty() || flush(batch);
    askSome();
    return written;
  }

  private boolean flush(Map<String, Heard> batch) {
    batch.values().removeIf(heardOfIt -> !heardOfIt.fresh());
    try {
      transport.sendAll(transactions.requiresNew(() -> write(batch)));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("heartbeats could not be written and are tried again", e);
      synchronized (lock) {
        batch.forEach(heard::putIfAbsent);
      }
      return false;
    }
  }

  /**
   * Asks a host for all it has, after the commit. The question also makes the host's queue, which
   * the host itself may not.
   */
  public void ask(Host host) {
    CommandEnvelope question = sendInventory(host, time.now());
    transactions.afterCommit(() -> transport.send(question));
  }

  /**
   * Asks every host, some with each flush: what happened while no server ran is known soon. Most
   * tell it by themselves when they connect.
   */
  public void askAll() {
    List<String> all = transactions.requiresNew(() -> hosts.all().stream().map(Host::id).toList());
    synchronized (lock) {
      unasked.addAll(all);
    }
  }

  private void askSome() {
    Set<String> some = new HashSet<>();
    synchronized (lock) {
      while (some.size() < ASKED_AT_ONCE && !unasked.isEmpty()) {
        some.add(unasked.remove());
      }
    }
    if (some.isEmpty()) {
      return;
    }
    try {
      transport.sendAll(transactions.requiresNew(() -> questions(some)));
    } catch (RuntimeException e) {
      LOG.warn("hosts could not be asked and are asked later", e);
      synchronized (lock) {
        unasked.addAll(some);
      }
    }
  }

  private List<CommandEnvelope> questions(Set<String> hostIds) {
    Instant now = time.now();
    return hosts.find(hostIds).stream().map(host -> sendInventory(host, now)).toList();
  }

  private List<CommandEnvelope> write(Map<String, Heard> batch) {
    Instant now = time.now();
    List<String> current = new ArrayList<>();
    List<CommandEnvelope> questions = new ArrayList<>();
    for (Host host : hosts.find(batch.keySet())) {
      Heard heardOfIt = Objects.requireNonNull(batch.get(host.id()));
      if (heardOfIt.epoch() == host.epoch()) {
        current.add(host.id());
        if (!heardOfIt.digest().equals(host.inventoryDigest())) {
          questions.add(sendInventory(host, now));
        }
      }
    }
    if (!current.isEmpty()) {
      hosts.seen(current, now);
    }
    return questions;
  }

  /** Not through the outbox: if the question is lost, the next heartbeat asks again. */
  private CommandEnvelope sendInventory(Host host, Instant now) {
    String id = ids.next("cmd");
    return new CommandEnvelope(
        CommandEnvelope.VERSION,
        id,
        host.id(),
        host.epoch(),
        host.id(),
        0,
        now.plusSeconds(30),
        id,
        new NodeCommand.SendInventory());
  }
}
