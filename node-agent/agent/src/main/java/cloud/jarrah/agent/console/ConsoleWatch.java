package cloud.jarrah.agent.console;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.node.NodeReport.ConsoleOutput;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Looks which consoles have grown and pushes their ends. */
public final class ConsoleWatch {
  private static final System.Logger LOG = System.getLogger(ConsoleWatch.class.getName());
  private static final int TAIL_BYTES = 64 * 1024;
  private static final Duration BOOTING = Duration.ofMinutes(3);
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofSeconds(30);

  private final Hypervisor hypervisor;
  private final Journal journal;
  private final Reports reports;
  private final Clock clock;
  private final Map<String, Sent> sent = new HashMap<>();

  private record Sent(long size, Instant at) {}

  public ConsoleWatch(Hypervisor hypervisor, Journal journal, Reports reports, Clock clock) {
    this.hypervisor = hypervisor;
    this.journal = journal;
    this.reports = reports;
    this.clock = clock;
  }

  /** Looks once at all consoles; must not run twice at the same time. */
  public void look() {
    Instant now = clock.instant();
    Set<String> present = new HashSet<>();
    for (JournalEntry entry : journal.entries()) {
      if (!entry.isTombstone()) {
        present.add(entry.instanceId());
        look(entry, now);
      }
    }
    sent.keySet().retainAll(present);
  }

  private void look(JournalEntry entry, Instant now) {
    String id = entry.instanceId();
    OptionalLong size = hypervisor.consoleSize(id);
    Sent last = sent.get(id);
    if (size.isEmpty() || size.getAsLong() == (last == null ? 0 : last.size())) {
      return;
    }
    Duration pause = now.isBefore(entry.since().plus(BOOTING)) ? OFTEN : SELDOM;
    if (last != null && now.isBefore(last.at().plus(pause))) {
      return;
    }
    try {
      byte[] tail = hypervisor.consoleTail(id, TAIL_BYTES);
      sent.put(id, new Sent(size.getAsLong(), now));
      reports.console(new ConsoleOutput(id, Base64.getEncoder().encodeToString(tail), now));
    } catch (HypervisorException e) {
      LOG.log(Level.DEBUG, "The console of {0} cannot be read: {1}", id, e);
    }
  }
}
