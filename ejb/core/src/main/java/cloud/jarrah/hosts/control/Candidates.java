package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.CandidateRepository;
import cloud.jarrah.hosts.entity.CandidateRepository.Candidate;
import cloud.jarrah.hosts.entity.CandidateRepository.Overview;
import cloud.jarrah.hosts.entity.CandidateRepository.Search;
import cloud.jarrah.hosts.entity.CandidateRepository.Seat;
import cloud.jarrah.hosts.entity.Reachability;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The hosts worth trying, in the order of the policy. */
@Singleton
public class Candidates {
  /** How many of the best hosts are tried before it is asked again who has room. */
  private static final int MOST = 32;

  private final CandidateRepository repository;
  private final PlacementPolicy policy;
  private final Supplier<RandomGenerator> random;

  @Inject
  public Candidates(CandidateRepository repository, PlacementPolicy policy) {
    this(repository, policy, ThreadLocalRandom::current);
  }

  public Candidates(
      CandidateRepository repository, PlacementPolicy policy, Supplier<RandomGenerator> random) {
    this.repository = repository;
    this.policy = policy;
    this.random = random;
  }

  String policy() {
    return policy.name();
  }

  /** Hosts that seem to have a place for one more of the order; none if there are none at all. */
  List<Candidate> find(PlacementOrder order, int partition, Instant now) {
    Grouping grouping = order.grouping();
    if (grouping == null) {
      return find(order, Seat.ANYWHERE, partition, now);
    }
    return switch (grouping.strategy()) {
      case SPREAD -> find(order, Seat.UNUSED, partition, now);
      case PARTITION -> find(order, Seat.OF_PARTITION, partition, now);
      case CLUSTER -> {
        List<Candidate> near = new ArrayList<>(find(order, Seat.USED, partition, now));
        near.addAll(find(order, Seat.UNUSED, partition, now));
        yield near;
      }
    };
  }

  private List<Candidate> find(PlacementOrder order, Seat seat, int partition, Instant now) {
    @Nullable Grouping grouping = order.grouping();
    Search search =
        new Search(
            order.zone(),
            order.demand(),
            now.minus(Reachability.SUSPECT_AFTER),
            seat,
            grouping == null ? null : grouping.groupId(),
            partition,
            order.storageId(),
            order.messageVersion());
    // So many more are asked for that those left out leave none of the others out.
    List<Candidate> best = repository.find(search, policy.rank(), MOST + order.notOn().size());
    return mixed(
        best.stream().filter(candidate -> !order.notOn().contains(candidate.hostId())).toList());
  }

  /** In random order where the ranks are equal. */
  private List<Candidate> mixed(List<Candidate> sorted) {
    List<Candidate> mixed = new ArrayList<>(sorted);
    int from = 0;
    for (int to = 1; to <= mixed.size(); to++) {
      if (to == mixed.size() || mixed.get(to).rank() != mixed.get(from).rank()) {
        for (int i = to - 1; i > from; i--) {
          Collections.swap(mixed, i, from + random.get().nextInt(i - from + 1));
        }
        from = to;
      }
    }
    return mixed;
  }

  Overview overview(PlacementOrder order, Instant now) {
    return repository.overview(order.zone(), order.demand(), now.minus(Reachability.SUSPECT_AFTER));
  }
}
