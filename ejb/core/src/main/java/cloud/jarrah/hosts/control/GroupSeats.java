package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Allocation;
import cloud.jarrah.hosts.entity.GroupHost;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts groups use. A use is looked up, made and removed only while the host's row is locked;
 * the key of its row is the last line.
 */
@Singleton
public class GroupSeats {
  private final GroupHostRepository repository;

  @Inject
  public GroupSeats(GroupHostRepository repository) {
    this.repository = repository;
  }

  /** Whether anything that holds room is of the group. */
  public boolean inUse(String groupId) {
    return repository.used(groupId);
  }

  /** Where a cluster's members are and further ones have to be; empty if anywhere. */
  public Optional<String> zone(@Nullable Grouping grouping) {
    return grouping == null || grouping.strategy() != PlacementStrategy.CLUSTER
        ? Optional.empty()
        : repository.zones(grouping.groupId()).stream().findFirst();
  }

  /** The partitions to try one after the other: those with the fewest members first. */
  List<Integer> partitions(@Nullable Grouping grouping) {
    if (grouping == null || grouping.strategy() != PlacementStrategy.PARTITION) {
      return List.of(0);
    }
    if (grouping.partition() > 0) {
      return List.of(grouping.partition());
    }
    Map<Integer, Long> sizes = repository.partitionSizes(grouping.groupId());
    return IntStream.rangeClosed(1, grouping.partitions())
        .boxed()
        .sorted(Comparator.comparing(number -> sizes.getOrDefault(number, 0L)))
        .toList();
  }

  /** A cluster is in one zone; its callers come one at a time. */
  boolean mayUse(@Nullable Grouping grouping, String zone) {
    return grouping == null
        || grouping.strategy() != PlacementStrategy.CLUSTER
        || repository.zones(grouping.groupId()).stream().allMatch(zone::equals);
  }

  /** Takes the seat on a locked host for its group; false if the group must not have it. */
  boolean take(Allocation allocation, Grouping grouping, int partition) {
    Optional<GroupHost> use = repository.find(grouping.groupId(), allocation.hostId());
    if (use.isPresent() && objection(use.get(), grouping, partition).isPresent()) {
      return false;
    }
    allocation.join(grouping.groupId(), partition);
    if (use.isEmpty()) {
      repository.add(
          new GroupHost(new GroupHost.Key(grouping.groupId(), allocation.hostId()), partition));
    }
    return true;
  }

  /** The allocation on the locked host is gone: so is its group's use if it was the last. */
  void leave(Allocation gone) {
    String group = gone.groupId();
    if (group != null && repository.members(group, gone.hostId()) == 0) {
      repository.find(group, gone.hostId()).ifPresent(repository::remove);
    }
  }

  /** How the group uses hosts, by host. */
  Map<String, GroupHost> uses(@Nullable Grouping grouping) {
    return grouping == null
        ? Map.of()
        : repository.ofGroup(grouping.groupId()).stream()
            .collect(Collectors.toMap(GroupHost::hostId, Function.identity()));
  }

  /** Why the group must not have another member where it has this use. */
  static Optional<String> objection(GroupHost use, Grouping grouping, int partition) {
    return switch (grouping.strategy()) {
      case CLUSTER -> Optional.empty();
      case SPREAD -> Optional.of("in use by the spread group '" + grouping.name() + "' already");
      case PARTITION ->
          partition == 0 || use.partition() == partition
              ? Optional.empty()
              : Optional.of("in use by another partition of the group '" + grouping.name() + "'");
    };
  }
}
