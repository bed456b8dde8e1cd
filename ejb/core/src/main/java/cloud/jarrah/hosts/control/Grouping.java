package cloud.jarrah.hosts.control;

/**
 * The group that a consumer belongs to.
 *
 * @param name for people
 * @param partitions how many the group has; 0 unless that is its strategy
 * @param partition which one is asked for, from 1; 0: any
 */
public record Grouping(
    String groupId, String name, PlacementStrategy strategy, int partitions, int partition) {}
