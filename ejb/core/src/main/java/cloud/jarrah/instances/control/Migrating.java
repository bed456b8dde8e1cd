package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.Grouping;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.PlacementOrder;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.placementgroups.control.PlacementGroups;
import cloud.jarrah.platform.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Begins moves: finds the room and charges both hosts until it is decided where the instance is.
 */
@Singleton
public class Migrating {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int MESSAGES = MessageVersions.of(NodeCommand.PrepareArrival.class);

  private final InstanceRepository instances;
  private final MigrationRepository migrations;
  private final Placement placement;
  private final PlacementGroups groups;
  private final InstanceWakeup wakeup;
  private final Ids ids;
  private final HostStatus hosts;

  @Inject
  public Migrating(
      InstanceRepository instances,
      MigrationRepository migrations,
      Placement placement,
      PlacementGroups groups,
      InstanceWakeup wakeup,
      Ids ids,
      HostStatus hosts) {
    this.instances = instances;
    this.migrations = migrations;
    this.placement = placement;
    this.groups = groups;
    this.wakeup = wakeup;
    this.ids = ids;
    this.hosts = hosts;
  }

  /**
   * @param hostId where to; null: wherever there is room
   */
  public Migration begin(String instanceId, @Nullable String hostId, String requestId) {
    Instance instance =
        instances
            .lockForReport(instanceId)
            .orElseThrow(() -> InstanceErrors.notFound(List.of(instanceId)));
    requireMovable(instance);
    if (instance.hostId().equals(hostId)) {
      throw InstanceErrors.alreadyThere(instanceId);
    }
    String id = ids.next("mig");
    String target = place(instance, id, hostId);
    requireUpgraded(Set.of(instance.hostId(), target));
    Instant now = hosts.now();
    Migration migration = new Migration(id, instance, target, requestId, now, now.plus(LIMIT));
    migrations.add(migration);
    instance.lookAgainAt(now);
    wakeup.afterCommit();
    return migration;
  }

  /**
   * What stands against moving an instance that runs.
   *
   * @param lasting it does not pass by itself
   */
  record Obstacle(String text, boolean lasting) {}

  /** Instances for which the same hosts come into question. */
  private record Kind(String hostId, String zone, Demand demand, @Nullable GroupSeat seat) {}

  /**
   * Tells of many instances why each cannot be moved at present; nothing is locked or changed. What
   * is the same for several of them is asked once.
   */
  Function<Instance, Optional<Obstacle>> obstacles() {
    Map<Kind, Optional<Obstacle>> known = new HashMap<>();
    Map<String, Boolean> old = new HashMap<>();
    return instance -> {
      if (sharesDisk(instance)) {
        return Optional.of(new Obstacle("its disk lies on storage that hosts share", true));
      }
      if (old.computeIfAbsent(instance.hostId(), id -> tooOld(Set.of(id)).isPresent())) {
        return Optional.of(new Obstacle("the host's agent is too old to move instances", true));
      }
      return known.computeIfAbsent(kind(instance), kind -> lackOfRoom(instance));
    };
  }

  private static Kind kind(Instance instance) {
    return new Kind(
        instance.hostId(), instance.zone(), instance.demand(), instance.residence().group());
  }

  private Optional<Obstacle> lackOfRoom(Instance instance) {
    PlacementOrder order = order(instance, instance.id());
    return placement.seemsPossible(order)
        ? Optional.empty()
        : Optional.of(new Obstacle(noRoom(order), false));
  }

  /** Whether nothing else is under way with it. */
  static boolean runsQuietly(Instance instance) {
    return instance.state() == InstanceState.RUNNING
        && instance.wish().desired() == Desired.RUNNING
        && instance.settled()
        && !instance.rebootDue();
  }

  private boolean sharesDisk(Instance instance) {
    return instance.residence().storageId() != null || hosts.storageId(instance.hostId()) != null;
  }

  private void requireMovable(Instance instance) {
    if (!runsQuietly(instance)) {
      throw InstanceErrors.wrongState(instance.id(), instance.state(), "moved");
    }
    if (sharesDisk(instance)) {
      // Both hosts would take the one disk for their own, and remove it when they clean up.
      throw InstanceErrors.diskIsShared(instance.id());
    }
    if (!migrations.underWay(List.of(instance.id())).isEmpty()) {
      throw InstanceErrors.moving(instance.id());
    }
  }

  /** What an agent does not understand would wait until the move is overdue. */
  private Optional<String> tooOld(Set<String> hostIds) {
    Map<String, Integer> versions = hosts.messageVersions(hostIds);
    return hostIds.stream()
        .filter(id -> versions.getOrDefault(id, MessageVersions.OLDEST) < MESSAGES)
        .findFirst();
  }

  private void requireUpgraded(Set<String> hostIds) {
    tooOld(hostIds)
        .ifPresent(
            hostId -> {
              throw InstanceErrors.agentTooOld(hostId);
            });
  }

  private PlacementOrder order(Instance instance, String consumerId) {
    GroupSeat seat = instance.residence().group();
    @Nullable Grouping grouping =
        seat == null
            ? null
            : groups.find(instance.accountId(), seat.groupId(), seat.partition()).orElse(null);
    return new PlacementOrder(
        List.of(consumerId),
        instance.zone(),
        instance.demand(),
        grouping,
        null,
        Set.of(instance.hostId()),
        MESSAGES);
  }

  private String place(Instance instance, String migrationId, @Nullable String hostId) {
    PlacementOrder order = order(instance, migrationId);
    if (hostId != null) {
      GroupSeat seat = instance.residence().group();
      int partition = seat == null || seat.partition() == null ? 0 : seat.partition();
      placement
          .placeOn(hostId, order, partition)
          .ifPresent(
              why -> {
                throw InstanceErrors.noCapacity(instance.zone(), "the host " + hostId + ": " + why);
              });
      return hostId;
    }
    return placement.place(order).stream()
        .findFirst()
        .map(Placement.Placed::hostId)
        .orElseThrow(() -> InstanceErrors.noCapacity(instance.zone(), noRoom(order)));
  }

  private String noRoom(PlacementOrder order) {
    return placement.seemsPossible(order.forAnyAgent())
        ? "the other hosts that have room for it have agents that are too old; upgrade them"
        : "no other host has room for it";
  }
}
