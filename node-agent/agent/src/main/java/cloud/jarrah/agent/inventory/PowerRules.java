package cloud.jarrah.agent.inventory;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.node.InstanceObservation.Power;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a domain's state means, given what was wished and what was seen before. Pure. */
final class PowerRules {

  private PowerRules() {}

  /**
   * @param state null: there is no such domain, and there was none at the time before
   * @return an equal entry if nothing has changed
   */
  static JournalEntry judge(JournalEntry entry, @Nullable DomainState state, Instant now) {
    if (state == DomainState.IN_MIGRATION) {
      return entry;
    }
    if (entry.wish() == Wish.ARRIVING) {
      // Nothing less counts: an arrival that fails looks like a guest that is held or switched off.
      return state == DomainState.RUNNING ? entry.arrived(Power.RUNNING, now) : entry;
    }
    if (state == DomainState.RUNNING || state == DomainState.HELD) {
      return entry.seen(Power.RUNNING, null, now);
    }
    if (entry.wish() == Wish.DEPARTED || entry.power() == Power.DEPARTED) {
      return entry;
    }
    boolean wasUp = entry.power() == Power.RUNNING;
    if (state == DomainState.MIGRATED && entry.wish() == Wish.RUNNING && wasUp) {
      // Not of one that has been given back since: its domain still remembers the move.
      return entry.departed(now);
    }
    if (entry.wish() != Wish.RUNNING) {
      // Also an EnsureAbsent that failed half-way: what is left of it does not run.
      return entry.seen(Power.OFF, entry.detail(), now);
    }
    if (!wasUp && entry.power() != Power.OFF) {
      // Why it is not running was told when it happened, and may no longer be known below.
      return entry;
    }
    if (state == null) {
      return entry.seen(Power.CRASHED, "its domain is missing on the host", now);
    }
    return switch (state) {
      case SHUT_DOWN_BY_GUEST -> entry.seen(Power.GUEST_OFF, null, now);
      case DESTROYED ->
          entry.seen(Power.CRASHED, "it was switched off on the host by somebody else", now);
      case CRASHED -> entry.seen(Power.CRASHED, "its virtual machine died", now);
      case OFF_FOR_UNKNOWN_REASON ->
          entry.seen(Power.CRASHED, "it was found off, for example after a host's restart", now);
      case RUNNING, HELD, IN_MIGRATION, MIGRATED -> entry;
    };
  }
}
