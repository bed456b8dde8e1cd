package cloud.jarrah.agent.inventory;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.messaging.Reports;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the journal's idea of each instance's power up to what the hypervisor says. Instances that
 * are being worked on are left to those who work on them.
 */
public final class PowerWatch {
  private static final System.Logger LOG = System.getLogger(PowerWatch.class.getName());

  private final Hypervisor hypervisor;
  private final Journal journal;
  private final Reports reports;
  private final Clock clock;
  private final Set<String> missingBefore = new HashSet<>();
  private final Set<String> strangers = new HashSet<>();
  private boolean unreachable;

  public PowerWatch(Hypervisor hypervisor, Journal journal, Reports reports, Clock clock) {
    this.hypervisor = hypervisor;
    this.journal = journal;
    this.reports = reports;
    this.clock = clock;
  }

  /** Asks the hypervisor once. */
  public synchronized void refresh() {
    if (journal.isClosed()) {
      return;
    }
    // What was remembered before asking: an entry that changes meanwhile is not judged by an
    // answer that is older than the change.
    Map<String, JournalEntry> before =
        journal.entries().stream()
            .collect(Collectors.toMap(JournalEntry::instanceId, Function.identity()));
    Map<String, DomainState> domains;
    try {
      domains = hypervisor.domains();
    } catch (HypervisorException e) {
      Level level = unreachable ? Level.DEBUG : Level.WARNING;
      unreachable = true;
      LOG.log(level, "The last known states stand: " + e.getMessage());
      return;
    }
    if (unreachable) {
      unreachable = false;
      LOG.log(Level.INFO, "The hypervisor answers again");
    }
    boolean changed = false;
    for (JournalEntry entry : before.values()) {
      changed |= judge(entry, domains.get(entry.instanceId()));
    }
    missingBefore.retainAll(before.keySet());
    reportStrangers(before.keySet(), domains.keySet());
    if (changed) {
      reports.inventoryDue();
    }
  }

  private boolean judge(JournalEntry entry, @Nullable DomainState state) {
    if (entry.begun() != null || entry.isTombstone()) {
      return false;
    }
    boolean secondTime = state != null || !missingBefore.add(entry.instanceId());
    if (state != null) {
      missingBefore.remove(entry.instanceId());
    }
    if (!secondTime) {
      return false;
    }
    JournalEntry judged = PowerRules.judge(entry, state, clock.instant());
    if (judged.equals(entry)) {
      return false;
    }
    @Nullable JournalEntry now =
        journal.updateIfPresent(
            entry.instanceId(), present -> present.equals(entry) ? judged : present);
    if (judged.equals(now)) {
      LOG.log(Level.INFO, "{0}: {1} -> {2}", entry.instanceId(), entry.power(), judged.power());
    }
    return judged.equals(now);
  }

  /** Domains that nobody ordered are left alone: they may be the administrator's own. */
  private void reportStrangers(Set<String> known, Set<String> found) {
    for (String domain : found) {
      if (!known.contains(domain) && strangers.add(domain)) {
        LOG.log(
            Level.WARNING,
            "The domain {0} is not in the journal; it is left alone. Remove it by hand if nobody"
                + " needs it.",
            domain);
      }
    }
    strangers.retainAll(found);
  }
}
