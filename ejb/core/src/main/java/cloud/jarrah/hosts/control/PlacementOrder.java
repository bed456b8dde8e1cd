package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Demand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consumers of equal size that want a place.
 *
 * @param demand of each of them
 */
public record PlacementOrder(
    List<String> consumerIds, String zone, Demand demand, @Nullable Grouping grouping) {
  public PlacementOrder {
    consumerIds = List.copyOf(consumerIds);
  }
}
