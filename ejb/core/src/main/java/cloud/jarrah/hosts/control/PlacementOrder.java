package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.node.MessageVersions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Consumers of equal size that want a place.
 *
 * @param demand of each of them
 * @param storageId only hosts that share it come into question; null: any
 * @param notOn hosts that do not come into question; a few at most
 * @param messageVersion only hosts come into question whose agents understand it
 */
public record PlacementOrder(
    List<String> consumerIds,
    String zone,
    Demand demand,
    @Nullable Grouping grouping,
    @Nullable String storageId,
    Set<String> notOn,
    int messageVersion) {
  public PlacementOrder {
    consumerIds = List.copyOf(consumerIds);
    notOn = Set.copyOf(notOn);
  }

  public PlacementOrder(
      List<String> consumerIds, String zone, Demand demand, @Nullable Grouping grouping) {
    this(consumerIds, zone, demand, grouping, null, Set.of());
  }

  public PlacementOrder(
      List<String> consumerIds,
      String zone,
      Demand demand,
      @Nullable Grouping grouping,
      @Nullable String storageId,
      Set<String> notOn) {
    this(consumerIds, zone, demand, grouping, storageId, notOn, MessageVersions.OLDEST);
  }

  /** The same, also for older agents. */
  public PlacementOrder forAnyAgent() {
    return new PlacementOrder(consumerIds, zone, demand, grouping, storageId, notOn);
  }
}
