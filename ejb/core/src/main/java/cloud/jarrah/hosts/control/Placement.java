package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Allocation;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.GroupHost;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostPower;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.HostStanding;
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
import java.util.stream.Stream;
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
   * @param storageId where the host keeps disks if it shares that; null: on its own disks
   */
  public record Placed(
      String consumerId, String hostId, int partition, String note, @Nullable String storageId) {}

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

  /**
   * Moves what one consumer holds from a host that has failed to another one; empty if none has the
   * room, and then nothing has changed. Its group must not have to be asked.
   */
  public Optional<Placed> move(PlacementOrder order) {
    String consumerId = order.consumerIds().get(0);
    Instant now = time.now();
    Optional<Allocation> held = hosts.allocation(consumerId);
    if (held.isPresent() && hosts.lock(held.get().hostId()).filter(Placement::failed).isEmpty()) {
      // It has come back meanwhile.
      return Optional.empty();
    }
    if (candidates.find(order, 0, now).isEmpty()) {
      return Optional.empty();
    }
    release(consumerId);
    HostSearch search = new HostSearch(hosts, candidates, seats, order, now);
    held.ifPresent(allocation -> search.holds(allocation.hostId()));
    // Whoever took the last room in between makes the whole transaction start over.
    return Optional.of(search.next(consumerId).orElseThrow(HostSearch::overtaken));
  }

  private static boolean failed(Host host) {
    return host.standing().standing() == HostStanding.FENCED
        || host.power().power() == HostPower.UNWAKEABLE;
  }

  /**
   * Allocates room on one host that an administrator chose.
   *
   * @return why it cannot have it; empty: it has it
   */
  public Optional<String> placeOn(String hostId, PlacementOrder order, int partition) {
    Host host = hosts.lock(hostId).orElseThrow(() -> HostErrors.notFound(hostId));
    host.room().recount(hosts.allocated(hostId));
    Instant now = time.now();
    if (!host.zone().equals(order.zone())) {
      return Optional.of("in another zone");
    }
    if (!usable(host, now) || !host.room().fits(order.demand())) {
      return Optional.of(verdict(host, order.demand(), now));
    }
    Allocation allocation = new Allocation(order.consumerIds().get(0), hostId, order.demand(), now);
    Grouping grouping = order.grouping();
    if (grouping != null && !seats.take(allocation, grouping, partition)) {
      return Optional.of("in use by the placement group '" + grouping.name() + "' already");
    }
    hosts.add(allocation);
    host.power().wake(now);
    host.room().recount(hosts.allocated(hostId));
    return Optional.empty();
  }

  private static boolean usable(Host host, Instant now) {
    return host.takesMore() && (host.power().sleeps() || host.reachability(now) == Reachability.UP);
  }

  /** Whether hosts seem to have a place for the order's first consumer; nothing is locked. */
  public boolean seemsPossible(PlacementOrder order) {
    Instant now = time.now();
    return seats.mayUse(order.grouping(), order.zone())
        && seats.partitions(order.grouping()).stream()
            .anyMatch(partition -> !candidates.find(order, partition, now).isEmpty());
  }

  /** Whether what is off may be started on a host; it stays so until the transaction ends. */
  public boolean lockedInService(String hostId) {
    return hosts.lock(hostId).filter(host -> host.duty().inService()).isPresent();
  }

  /** Two consumers of equal size exchange their hosts; one that holds nothing any more does not. */
  public void exchange(String consumerId, String otherId) {
    Optional<Allocation> one = hosts.allocation(consumerId);
    Optional<Allocation> other = hosts.allocation(otherId);
    if (one.isEmpty() || other.isEmpty()) {
      return;
    }
    List<String> ids = Stream.of(one.get().hostId(), other.get().hostId()).sorted().toList();
    List<Host> both = ids.stream().map(id -> hosts.lock(id).orElseThrow()).toList();
    one.get().exchangeHosts(other.get());
    both.forEach(host -> host.room().recount(hosts.allocated(host.id())));
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
    host.room().recount(hosts.allocated(host.id()));
    if (!host.room().fits(demand.beyond(allocation.demand()))) {
      return false;
    }
    allocation.resize(demand);
    host.room().recount(hosts.allocated(host.id()));
    return true;
  }

  /** Takes back all that a consumer holds. */
  public void release(String consumerId) {
    Optional<Allocation> found = hosts.allocation(consumerId);
    if (found.isPresent()) {
      Host host = hosts.lock(found.get().hostId()).orElseThrow();
      hosts.remove(found.get());
      host.room().recount(hosts.allocated(host.id()));
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
    if (!host.duty().inService()) {
      return "out of service: " + host.duty().duty();
    }
    if (host.standing().standing() != HostStanding.ACTIVE) {
      return "failed: " + host.standing().standing();
    }
    if (host.power().power() == HostPower.UNWAKEABLE) {
      return "could not be woken";
    }
    Reachability reachability = host.reachability(now);
    if (reachability != Reachability.UP && reachability != Reachability.ASLEEP) {
      return "not reachable: " + reachability;
    }
    Demand free = host.room().offered().beyond(host.room().used());
    return host.room().fits(demand) ? "has room: " + free + " free" : "too full: " + free + " free";
  }
}
