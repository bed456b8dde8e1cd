package cloud.jarrah.placementgroups.control;

import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.hosts.control.Grouping;
import cloud.jarrah.hosts.control.PlacementStrategy;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.placementgroups.entity.Strategy;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Placement groups, for those who launch instances. */
@Singleton
public class PlacementGroups {
  private final PlacementGroupRepository repository;

  @Inject
  public PlacementGroups(PlacementGroupRepository repository) {
    this.repository = repository;
  }

  /**
   * The group that a launch asks for, locked until the transaction ends so that it is not deleted
   * meanwhile; null if it asks for none. Launches into one cluster come one at a time: the first
   * decides on the zone.
   */
  public @Nullable Grouping wanted(String accountId, @Nullable PlacementRequest asked) {
    Optional<PlacementGroup> named = asked == null ? Optional.empty() : named(accountId, asked);
    if (asked == null || named.isEmpty()) {
      requireNoPartition(asked == null ? null : asked.partitionNumber);
      return null;
    }
    LockModeType mode =
        named.get().strategy() == Strategy.CLUSTER
            ? LockModeType.PESSIMISTIC_WRITE
            : LockModeType.PESSIMISTIC_READ;
    PlacementGroup group =
        repository
            .lock(named.get().id(), mode)
            .orElseThrow(() -> PlacementGroupErrors.unknown(named.get().name()));
    return grouping(group, partition(group, asked.partitionNumber));
  }

  /** A group as it is now, to explain with; empty if it is gone. */
  public Optional<Grouping> find(String accountId, String id, @Nullable Integer partition) {
    return repository
        .byId(accountId, id)
        .map(group -> grouping(group, partition == null ? 0 : partition));
  }

  private Optional<PlacementGroup> named(String accountId, PlacementRequest asked) {
    boolean byName = asked.groupName != null && !asked.groupName.isEmpty();
    boolean byId = asked.groupId != null && !asked.groupId.isEmpty();
    if (byName && byId) {
      throw PlacementGroupErrors.combination(
          "The parameters Placement.GroupName and Placement.GroupId cannot be used together.");
    }
    if (byName) {
      String name = asked.groupName == null ? "" : asked.groupName;
      return Optional.of(
          repository.byName(accountId, name).orElseThrow(() -> PlacementGroupErrors.unknown(name)));
    }
    return byId ? Optional.of(byId(accountId, asked.groupId)) : Optional.empty();
  }

  private PlacementGroup byId(String accountId, @Nullable String asked) {
    String id = PlacementGroupRules.id(asked);
    return repository.byId(accountId, id).orElseThrow(() -> PlacementGroupErrors.unknown(id));
  }

  private static void requireNoPartition(@Nullable Integer number) {
    if (number != null) {
      throw PlacementGroupErrors.combination(
          "The parameter Placement.PartitionNumber needs a placement group of the strategy"
              + " 'partition'.");
    }
  }

  private static int partition(PlacementGroup group, @Nullable Integer number) {
    if (group.strategy() != Strategy.PARTITION) {
      requireNoPartition(number);
      return 0;
    }
    if (number == null) {
      return 0;
    }
    if (number < 1 || number > group.partitionCount()) {
      throw Wording.invalid(
          "Placement.PartitionNumber",
          number.toString(),
          "The group has the partitions 1 to " + group.partitionCount() + ".");
    }
    return number;
  }

  private static Grouping grouping(PlacementGroup group, int partition) {
    return new Grouping(
        group.id(),
        group.name(),
        PlacementStrategy.valueOf(group.strategy().name()),
        group.partitionCount(),
        partition);
  }
}
