package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.hosts.control.HostDuties;
import cloud.jarrah.hosts.control.HostDuties.Assigned;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.control.Occupants.Fate;
import cloud.jarrah.instances.control.Occupants.Found;
import cloud.jarrah.instances.control.Occupants.Occupant;
import cloud.jarrah.platform.leases.Lease;
import cloud.jarrah.platform.leases.LeaseLostException;
import cloud.jarrah.platform.leases.Leases;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Empties the hosts that are to be emptied, a little with each call. It remembers nothing: each
 * call looks at what there is, so any server can go on where another one stopped. The lease lets
 * one act at a time, for two would begin too many moves.
 */
@Singleton
public class HostDrains {
  private static final Logger LOG = Logger.getLogger(HostDrains.class);
  private static final String LEASE = "host-drain";
  private static final Duration HELD = Duration.ofSeconds(30);

  /** More at once would only share the host's network, and each would take longer. */
  private static final int MOST_AT_ONCE = 2;

  /** Right after a gap most hosts seem silent, and none to have room: nothing is stopped for it. */
  private static final Duration QUIET = Duration.ofSeconds(60);

  private final HostDuties duties;
  private final Occupants occupants;
  private final Evacuation evacuation;
  private final HostStatus hosts;
  private final Leases leases;
  private final Transactions transactions;

  @Inject
  public HostDrains(
      HostDuties duties,
      Occupants occupants,
      Evacuation evacuation,
      HostStatus hosts,
      Leases leases,
      Transactions transactions) {
    this.duties = duties;
    this.occupants = occupants;
    this.evacuation = evacuation;
    this.hosts = hosts;
    this.leases = leases;
    this.transactions = transactions;
  }

  /** Does what can be done now, if the lease is this server's. */
  public void goOn() {
    List<Assigned> draining = transactions.requiresNew(duties::draining);
    for (Assigned host : draining) {
      Optional<Lease> lease = leases.hold(LEASE, HELD);
      if (lease.isEmpty()) {
        return;
      }
      try {
        empty(host, lease.get());
      } catch (LeaseLostException e) {
        LOG.infof("%s", e.getMessage());
        return;
      } catch (RuntimeException e) {
        LOG.warnf(e, "host %s (%s): emptying it goes on later", host.name(), host.hostId());
      }
    }
  }

  private void empty(Assigned host, Lease lease) {
    Found found = transactions.requiresNew(() -> occupants.on(host));
    if (found.left() == 0) {
      conclude(host, lease);
      return;
    }
    boolean quiet = transactions.requiresNew(this::heardForAWhile);
    int free = MOST_AT_ONCE - found.leaving();
    for (Occupant occupant : found.occupants()) {
      String id = occupant.instanceId();
      if (occupant.fate() == Fate.NEXT && free > 0) {
        free -= does(lease, id, () -> evacuation.move(host, id)) ? 1 : 0;
      } else if (occupant.fate() == Fate.LEFT
          && host.stopsRest()
          && (occupant.lasting() || quiet)
          && does(lease, id, () -> evacuation.stop(host, id))) {
        LOG.warnf("JARRAH000522 %s is stopped, for its host is emptied: %s", id, occupant.reason());
      }
    }
  }

  private boolean heardForAWhile() {
    return !hosts.now().isBefore(hosts.listeningSince(hosts.now()).plus(QUIET));
  }

  /** One change in a transaction of its own; what cannot be done now is looked at again. */
  private boolean does(Lease lease, String instanceId, BooleanSupplier change) {
    try {
      return new Retrying(transactions)
          .requiresNew(
              () -> {
                leases.requireCurrent(lease);
                return change.getAsBoolean();
              });
    } catch (ApiException e) {
      LOG.infof("%s stays where it is for now: %s", instanceId, e.getMessage());
      return false;
    }
  }

  /** Looks once more while the host is locked: nothing can be started there meanwhile. */
  private void conclude(Assigned host, Lease lease) {
    boolean empty =
        new Retrying(transactions)
            .requiresNew(
                () -> {
                  leases.requireCurrent(lease);
                  return duties.locked(host.hostId()).isPresent()
                      && occupants.on(host).left() == 0
                      && duties.emptied(host.hostId());
                });
    if (empty) {
      LOG.infof(
          "JARRAH000521 host %s (%s) is empty and may be switched off", host.name(), host.hostId());
    }
  }
}
