package cloud.jarrah.hosts.control;

/**
 * Which of the hosts that have room is taken first. Hosts of equal rank are taken in random order,
 * so that callers do not queue for the same one. Hosts that are awake come before any that sleeps,
 * whatever the policy says.
 */
public interface PlacementPolicy {

  /** As in the configuration, and in the explanations of placements. */
  String name();

  /** JPQL expression over alias {@code h} of a host with room; the smaller, the better. */
  String rank();
}
