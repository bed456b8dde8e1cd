package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Allocation;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Gives room on hosts to consumers. The host's row is locked while its allocation rows are summed,
 * checked and changed, in the caller's transaction: what is promised fits, and a rolled-back
 * promise leaves nothing.
 */
@Singleton
public class Placement {
  /** How many of the best hosts are tried without waiting before waiting for one of them. */
  private static final int CANDIDATES = 16;

  private final HostRepository hosts;
  private final PlacementPolicy policy;
  private final DatabaseTime time;

  @Inject
  public Placement(HostRepository hosts, PlacementPolicy policy, DatabaseTime time) {
    this.hosts = hosts;
    this.policy = policy;
    this.time = time;
  }

  /**
   * Where a consumer was placed.
   *
   * @param note why there, for people
   */
  public record Placed(String hostId, String note) {}

  /** Chooses a host with room in the zone and allocates it; empty if there is none. */
  public Optional<Placed> place(String consumerId, String zone, Demand demand) {
    Instant now = time.now();
    List<String> candidates =
        hosts.candidates(
            zone, demand, now.minus(Reachability.SUSPECT_AFTER), policy.order(), CANDIDATES);
    for (String id : candidates) {
      Optional<Placed> placed = allocate(hosts.lockIfFree(id), consumerId, demand, now);
      if (placed.isPresent()) {
        return placed;
      }
    }
    // Every candidate was held by somebody: wait rather than refuse while there may be room.
    for (String id : candidates) {
      Optional<Placed> placed = allocate(hosts.lock(id), consumerId, demand, now);
      if (placed.isPresent()) {
        return placed;
      }
    }
    return Optional.empty();
  }

  private Optional<Placed> allocate(
      Optional<Host> locked, String consumerId, Demand demand, Instant now) {
    if (locked.isEmpty()) {
      return Optional.empty();
    }
    Host host = locked.get();
    host.recount(hosts.allocated(host.id()));
    if (!host.fits(demand)) {
      return Optional.empty();
    }
    hosts.add(new Allocation(consumerId, host.id(), demand, now));
    host.recount(hosts.allocated(host.id()));
    return Optional.of(
        new Placed(
            host.id(),
            policy.name() + " chose " + host.name() + "; then used there: " + host.used()));
  }

  /** Changes what a consumer holds on its host; false if the host has no room for more. */
  public boolean resize(String consumerId, Demand demand) {
    Optional<Allocation> found = hosts.allocation(consumerId);
    if (found.isEmpty()) {
      return false;
    }
    Allocation allocation = found.get();
    if (allocation.demand().equals(demand)) {
      return true;
    }
    Host host = hosts.lock(allocation.hostId()).orElseThrow();
    host.recount(hosts.allocated(host.id()));
    if (!host.fits(demand.beyond(allocation.demand()))) {
      return false;
    }
    allocation.resize(demand);
    host.recount(hosts.allocated(host.id()));
    return true;
  }

  /** Takes back all that a consumer holds. */
  public void release(String consumerId) {
    Optional<Allocation> found = hosts.allocation(consumerId);
    if (found.isPresent()) {
      Host host = hosts.lock(found.get().hostId()).orElseThrow();
      hosts.remove(found.get());
      host.recount(hosts.allocated(host.id()));
    }
  }

  /** Says of every host in the zone whether the demand would fit, and if not, why. */
  public List<Verdict> explain(String zone, Demand demand) {
    Instant now = time.now();
    return hosts.all().stream()
        .filter(host -> host.zone().equals(zone))
        .map(host -> new Verdict(host.id(), host.name(), verdict(host, demand, now)))
        .toList();
  }

  /** What one host says to a demand. */
  public record Verdict(String hostId, String hostName, String text) {}

  private static String verdict(Host host, Demand demand, Instant now) {
    if (!host.enabled()) {
      return "disabled by an administrator";
    }
    Reachability reachability = host.reachability(now);
    if (reachability != Reachability.UP) {
      return "not reachable: " + reachability;
    }
    Demand free = host.offered().beyond(host.used());
    return host.fits(demand) ? "has room: " + free + " free" : "too full: " + free + " free";
  }
}
