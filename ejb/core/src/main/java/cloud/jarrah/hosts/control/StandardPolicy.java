package cloud.jarrah.hosts.control;

/** The policies there are, named as in Eucalyptus. */
public enum StandardPolicy implements PlacementPolicy {
  /** The least used first: instances spread over the hosts. */
  ROUNDROBIN(
      "1.0 * h.room.usedMemoryMib / h.room.memoryMib + 0.01 * h.room.usedCores / h.room.cores"),
  /** The fullest that still fits first: other hosts stay empty. */
  GREEDY(
      "0.0 - 1.0 * h.room.usedMemoryMib / h.room.memoryMib - 0.01 * h.room.usedCores / h.room.cores"),
  /** As before, and hosts that stay empty may sleep. */
  POWERSAVE(GREEDY.rank);

  private final String rank;

  StandardPolicy(String rank) {
    this.rank = rank;
  }

  @Override
  public String rank() {
    return rank;
  }
}
