package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Allocation;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.GroupHost;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives room on hosts to consumers. The host's row is locked while its allocation rows are summed,
 * checked and changed, in the caller's transaction: what is promised fits, and a rolled-back
 * promise leaves nothing.
 */
@Singleton
public class Placement {
  private final HostRepository hosts;
  private final Candidates candidates;
  private final GroupSeats seats;
  private final DatabaseTime time;
  private final Metrics metrics;

  @Inject
  public Placement(
      HostRepository hosts,
      Candidates candidates,
      GroupSeats seats,
      DatabaseTime time,
      Metrics metrics) {
    this.hosts = hosts;
    this.candidates = candidates;
    this.seats = seats;
    this.time = time;
    this.metrics = metrics;
  }

  /**
   * Where a consumer was placed.
   *
   * @param partition of its group; 0 if it has none
   * @param note why there, for people; at most 1024 characters
   */
  public record Placed(String consumerId, String hostId, int partition, String note) {}

  /**
   * Chooses hosts with room and allocates it to as many of the consumers as possible, from the
   * first on. A group's row has to be locked by the caller.
   */
  public List<Placed> place(PlacementOrder order) {
    try {
      List<Placed> placed = search(order);
      metrics.count(Metric.PLACEMENTS, placed.size(), "placed");
      metrics.count(
          Metric.PLACEMENTS, order.consumerIds().size() - (long) placed.size(), "no-room");
      return placed;
    } catch (PessimisticLockException e) {
      metrics.count(Metric.PLACEMENTS, 1, "conflict");
      throw e;
    }
  }

  private List<Placed> search(PlacementOrder order) {
    List<Placed> placed = new ArrayList<>();
    if (!seats.mayUse(order.grouping(), order.zone())) {
      return placed;
    }
    HostSearch search = new HostSearch(hosts, candidates, seats, order, time.now());
    for (String consumerId : order.consumerIds()) {
      Optional<Placed> next = search.next(consumerId);
      if (next.isEmpty()) {
        break;
      }
      placed.add(next.get());
    }
    return placed;
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
      seats.leave(found.get());
    }
  }

  /** Says of every host in the zone whether the demand would fit, and if not, why. */
  public List<Verdict> explain(String zone, Demand demand, @Nullable Grouping grouping) {
    Instant now = time.now();
    boolean zoneFits = seats.mayUse(grouping, zone);
    Map<String, GroupHost> uses = seats.uses(grouping);
    return hosts.all().stream()
        .filter(host -> host.zone().equals(zone))
        .map(
            host -> {
              String text =
                  zoneFits
                      ? objection(uses.get(host.id()), grouping)
                          .orElseGet(() -> verdict(host, demand, now))
                      : "outside the zone of the cluster group";
              return new Verdict(host.id(), host.name(), text);
            })
        .toList();
  }

  private static Optional<String> objection(@Nullable GroupHost use, @Nullable Grouping grouping) {
    return use == null || grouping == null
        ? Optional.empty()
        : GroupSeats.objection(use, grouping, grouping.partition());
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
