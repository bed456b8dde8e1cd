package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.control.FailureRules.Sighting;
import cloud.jarrah.hosts.control.FailureRules.Verdict;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.hosts.entity.Standing;
import cloud.jarrah.platform.leases.Lease;
import cloud.jarrah.platform.leases.LeaseLostException;
import cloud.jarrah.platform.leases.Leases;
import cloud.jarrah.platform.time.Countdown;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Watches over hosts: declares those failed that are silent for too long, and has them switched
 * off. Every server calls it; the lease decides which one acts, and each transaction proves it, so
 * that a server that was paused changes nothing when it goes on.
 */
@Singleton
public class HostFailures {
  private static final Logger LOG = Logger.getLogger(HostFailures.class);
  private static final String LEASE = "host-failure";

  /** A server that dies is followed soon. */
  private static final Duration HELD = Duration.ofSeconds(20);

  /** Longer than one fencing may take, so that its outcome can be written. */
  private static final Duration HELD_TO_FENCE = Duration.ofSeconds(90);

  private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(60);

  private final HostRepository hosts;
  private final FailureNotes notes;
  private final Fence fence;
  private final Leases leases;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final HostFailureSettings settings;

  @Inject
  public HostFailures(
      HostRepository hosts,
      FailureNotes notes,
      Fence fence,
      Leases leases,
      Transactions transactions,
      DatabaseTime time,
      HostFailureSettings settings) {
    this.hosts = hosts;
    this.notes = notes;
    this.fence = fence;
    this.leases = leases;
    this.transactions = transactions;
    this.time = time;
    this.settings = settings;
  }

  /** Notes that this server listens to hosts. */
  public void listen() {
    new Retrying(transactions)
        .requiresNew(
            () -> {
              notes.listens(leases.owner(), time.now());
              return Boolean.TRUE;
            });
  }

  /** Acts on what has become of hosts, if the lease is this server's. */
  public void watch() {
    Optional<Lease> lease = leases.hold(LEASE, HELD);
    if (lease.isEmpty()) {
      return;
    }
    try {
      List<String> due = judge(lease.get());
      // One at a time, and judged anew before the next: fencing takes a while, in which hosts come
      // back, or so many follow that the brake holds.
      while (!due.isEmpty()) {
        // Kept for another fencing; if it was lost meanwhile, the epoch is another one. The time
        // counts from before the question, so it is over no later than the lease.
        Countdown allowed = Countdown.of(HELD_TO_FENCE);
        if (leases.hold(LEASE, HELD_TO_FENCE).filter(lease.get()::equals).isEmpty()) {
          return;
        }
        fence(lease.get(), due.get(0), allowed);
        due = judge(lease.get());
      }
    } catch (LeaseLostException e) {
      LOG.infof("%s", e.getMessage());
    }
  }

  /** Writes down what has become of hosts; tells which of them are to be switched off now. */
  private List<String> judge(Lease lease) {
    return new Retrying(transactions)
        .requiresNew(
            () -> {
              leases.requireCurrent(lease);
              Instant now = time.now();
              Instant listeningSince = notes.listeningSince(now);
              List<Host> all = hosts.inOrderOfLocking();
              all.forEach(host -> host.mindClock(now));
              Verdict verdict = FailureRules.judge(sightings(all), settings, listeningSince, now);
              if (!verdict.quiet()) {
                brake(verdict, now);
              }
              Standing.Decision decision = new Standing.Decision(lease.owner(), lease.epoch(), now);
              List<String> due = new ArrayList<>();
              for (Host host : all) {
                review(host, verdict, listeningSince, decision);
                if (!verdict.quiet() && verdict.brake().isEmpty() && due(host, now)) {
                  due.add(host.id());
                }
              }
              return due;
            });
  }

  private static List<Sighting> sightings(List<Host> all) {
    List<Sighting> sightings = new ArrayList<>();
    for (Host host : all) {
      Instant seen = host.expectedSince();
      // Of one that sleeps, or could not be woken, silence says nothing; and nothing runs there.
      if (seen != null && host.power().awake()) {
        sightings.add(new Sighting(host.id(), standing(host), seen));
      }
    }
    return sightings;
  }

  /** One that was off and is back, though not let in yet, can fail again as any other. */
  private static HostStanding standing(Host host) {
    HostStanding standing = host.standing().standing();
    return standing == HostStanding.FENCED && host.heardSince() ? HostStanding.ACTIVE : standing;
  }

  private void brake(Verdict verdict, Instant now) {
    if (!notes.brake(verdict.brake(), now)) {
      return;
    }
    verdict
        .brake()
        .ifPresentOrElse(
            why -> LOG.errorf("JARRAH000501 the brake holds: %s", why),
            () -> LOG.warn("JARRAH000502 the brake lets go: hosts are fenced again"));
  }

  private static void review(
      Host host, Verdict verdict, Instant listeningSince, Standing.Decision decision) {
    if (verdict.failed().contains(host.id())) {
      host.fencing(decision);
      LOG.errorf(
          "JARRAH000503 host %s (%s) was last heard at %s and counts as failed",
          host.name(), host.id(), host.lastSeen());
    } else if (host.standing().standing() == HostStanding.FENCING
        && host.reachability(decision.at(), listeningSince) == Reachability.UP
        && host.heardSince()) {
      host.returned(decision, "It was heard again before it was switched off");
      LOG.warnf("JARRAH000504 host %s (%s) is heard again", host.name(), host.id());
    }
  }

  private boolean due(Host host, Instant now) {
    Instant tried = host.standing().triedAt();
    return !settings.confirmOnly()
        && host.standing().standing() == HostStanding.FENCING
        && (tried == null || !now.isBefore(tried.plus(TRIED_AGAIN_AFTER)));
  }

  private void fence(Lease lease, String hostId, Countdown allowed) {
    Fence.Outcome outcome = fence.switchOff(hostId, allowed);
    new Retrying(transactions)
        .requiresNew(
            () -> {
              leases.requireCurrent(lease);
              hosts
                  .lock(hostId)
                  .filter(host -> host.standing().standing() == HostStanding.FENCING)
                  .ifPresent(host -> conclude(host, outcome, lease));
              return Boolean.TRUE;
            });
  }

  private void conclude(Host host, Fence.Outcome outcome, Lease lease) {
    Instant now = time.now();
    if (outcome.off()) {
      host.fenced(new Standing.Decision(lease.owner(), lease.epoch(), now), outcome.detail());
      LOG.errorf("JARRAH000505 host %s (%s) is off: %s", host.name(), host.id(), outcome.detail());
    } else {
      host.notFenced(now, outcome.detail());
      LOG.errorf(
          "JARRAH000506 host %s (%s) is not known to be off: %s",
          host.name(), host.id(), outcome.detail());
    }
  }
}
