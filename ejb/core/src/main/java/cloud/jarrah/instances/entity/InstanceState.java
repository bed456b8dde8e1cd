package cloud.jarrah.instances.entity;

/** The state users see, with the code of the public API. */
public enum InstanceState {
  PENDING(0, "pending"),
  RUNNING(16, "running"),
  SHUTTING_DOWN(32, "shutting-down"),
  TERMINATED(48, "terminated"),
  STOPPING(64, "stopping"),
  STOPPED(80, "stopped");

  private final int code;
  private final String wireName;

  InstanceState(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  public int code() {
    return code;
  }

  public String wireName() {
    return wireName;
  }

  /** Whether the instance is on its way to another state. */
  public boolean transitional() {
    return this == PENDING || this == SHUTTING_DOWN || this == STOPPING;
  }

  /**
   * The one place where the two axes meet.
   *
   * @param terminated whether the instance was ever settled as terminated: that is final
   */
  static InstanceState of(Desired desired, Observation seen, long generation, boolean terminated) {
    if (terminated) {
      return TERMINATED;
    }
    boolean current = seen.generation() >= generation;
    return switch (desired) {
      case TERMINATED ->
          current && seen.power() == ObservedPower.ABSENT ? TERMINATED : SHUTTING_DOWN;
      case STOPPED -> current && seen.power().off() ? STOPPED : STOPPING;
      case RUNNING -> {
        if (current && seen.power() == ObservedPower.RUNNING) {
          yield RUNNING;
        }
        // The guest switched itself off: that is its owner's wish, said from inside.
        yield current && seen.power() == ObservedPower.GUEST_OFF ? STOPPED : PENDING;
      }
    };
  }
}
