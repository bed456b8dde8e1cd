package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.control.Placement.Placed;
import cloud.jarrah.hosts.entity.Allocation;
import cloud.jarrah.hosts.entity.CandidateRepository.Candidate;
import cloud.jarrah.hosts.entity.CandidateRepository.Overview;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One order's way through the hosts, in one transaction. First every candidate that nobody holds is
 * tried, without waiting; then those that were held are waited for, in the order of their ids and
 * never for one before a host that is held here: so no circle of waiting callers can come about.
 * Then it is asked again who has room. "No room" is said only after a look that found no candidate
 * at all; where candidates stay out of reach the transaction starts over.
 */
final class HostSearch {
  private static final int ROUNDS = 10;

  private final HostRepository hosts;
  private final Candidates candidates;
  private final GroupSeats seats;
  private final PlacementOrder order;
  private final Overview overview;
  private final Instant now;
  private final TreeSet<String> held = new TreeSet<>();

  HostSearch(
      HostRepository hosts,
      Candidates candidates,
      GroupSeats seats,
      PlacementOrder order,
      Instant now) {
    this.hosts = hosts;
    this.candidates = candidates;
    this.seats = seats;
    this.order = order;
    this.now = now;
    this.overview = candidates.overview(order, now);
  }

  /** The caller holds this host's row already. */
  void holds(String hostId) {
    held.add(hostId);
  }

  /** A place for the next consumer. */
  Optional<Placed> next(String consumerId) {
    for (int partition : seats.partitions(order.grouping())) {
      Optional<Placed> placed = new Round(consumerId, partition).run();
      if (placed.isPresent()) {
        return placed;
      }
    }
    return Optional.empty();
  }

  /** The search for one consumer's place, in one partition if there are any. */
  private final class Round {
    private final String consumerId;
    private final int partition;
    private final List<String> passedOver = new ArrayList<>();
    private int considered;

    Round(String consumerId, int partition) {
      this.consumerId = consumerId;
      this.partition = partition;
    }

    Optional<Placed> run() {
      for (int round = 0; round < ROUNDS; round++) {
        List<Candidate> found = candidates.find(order, partition, now);
        if (found.isEmpty()) {
          return Optional.empty();
        }
        considered = found.size();
        Optional<Placed> placed = tryAll(found);
        if (placed.isPresent()) {
          return placed;
        }
      }
      throw overtaken();
    }

    private Optional<Placed> tryAll(List<Candidate> found) {
      List<Candidate> busy = new ArrayList<>();
      for (Candidate candidate : found) {
        Optional<Host> locked = hosts.lockIfFree(candidate.hostId(), order.demand());
        if (locked.isEmpty()) {
          busy.add(candidate);
          passedOver.add(candidate.name());
          continue;
        }
        Optional<Placed> placed = take(locked.get());
        if (placed.isPresent()) {
          return placed;
        }
      }
      return waitFor(busy);
    }

    private Optional<Placed> waitFor(List<Candidate> busy) {
      busy.sort(Comparator.comparing(Candidate::hostId));
      for (Candidate candidate : busy) {
        if (!held.isEmpty() && held.last().compareTo(candidate.hostId()) > 0) {
          continue;
        }
        Optional<Placed> placed =
            hosts.lockIfFits(candidate.hostId(), order.demand()).flatMap(this::take);
        if (placed.isPresent()) {
          return placed;
        }
      }
      return Optional.empty();
    }

    private Optional<Placed> take(Host host) {
      held.add(host.id());
      host.room().recount(hosts.allocated(host.id()));
      if (!usable(host) || !host.room().fits(order.demand())) {
        passedOver.add(host.name());
        return Optional.empty();
      }
      Allocation allocation = new Allocation(consumerId, host.id(), order.demand(), now);
      Grouping grouping = order.grouping();
      if (grouping != null && !seats.take(allocation, grouping, partition)) {
        passedOver.add(host.name());
        return Optional.empty();
      }
      hosts.add(allocation);
      host.power().wake(now);
      host.room().recount(hosts.allocated(host.id()));
      passedOver.remove(host.name());
      String note =
          PlacementNotes.chosen(candidates.policy(), host, overview, considered, passedOver)
              + PlacementNotes.group(grouping, partition);
      return Optional.of(
          new Placed(consumerId, host.id(), partition, PlacementNotes.cut(note), host.storageId()));
    }
  }

  /** It may have failed, or been taken out of service, since it was found. */
  private boolean usable(Host host) {
    return host.takesMore()
        && (order.storageId() == null || order.storageId().equals(host.storageId()));
  }

  /** Counts as a lost race: the transaction is run again with nothing held. */
  static PessimisticLockException overtaken() {
    return new PessimisticLockException("other callers took each host while it was looked at");
  }
}
