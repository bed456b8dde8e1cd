package cloud.jarrah.hosts.control;

/** How the members of a group stand to each other. */
public enum PlacementStrategy {
  /** In one zone, on as few hosts as can be; the zone is demanded, the rest preferred. */
  CLUSTER,
  /** Each on a host of its own. */
  SPREAD,
  /** Different partitions on different hosts. */
  PARTITION
}
