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

  /** Whether it does not run and is not on its way to. */
  boolean off() {
    return this != PENDING && this != RUNNING;
  }

  /** Whether the instance is on its way to another state. */
  public boolean transitional() {
    return this == PENDING || this == SHUTTING_DOWN || this == STOPPING;
  }

  /**
   * The one place where the two axes meet.
   *
   * @param before once terminated is terminated for ever; and a guest's shutdown that was taken for
   *     a stop is not taken for the end when the owner changes what later ones shall mean
   */
  static InstanceState of(Wish wish, Observation seen, InstanceState before, boolean terminated) {
    if (terminated) {
      return TERMINATED;
    }
    boolean current = seen.generation() >= wish.wanted();
    return switch (wish.desired()) {
      case TERMINATED ->
          current && seen.power() == ObservedPower.ABSENT ? TERMINATED : SHUTTING_DOWN;
      case STOPPED -> current && seen.power().off() ? STOPPED : STOPPING;
      case RUNNING -> {
        // Gone to another host, which is about to be heard, it runs as it did before.
        boolean runs =
            seen.power() == ObservedPower.RUNNING || seen.power() == ObservedPower.DEPARTED;
        if (runs && seen.generation() >= wish.runsFrom()) {
          yield RUNNING;
        }
        boolean guestsWish =
            current
                && seen.power() == ObservedPower.GUEST_OFF
                && seen.bootGeneration() >= wish.rebootGeneration();
        yield guestsWish ? afterGuestsShutdown(wish, before) : PENDING;
      }
    };
  }

  /**
   * The guest switched itself off: that is its owner's wish, said from inside. Not so during a
   * reboot, when the guest was told to.
   */
  private static InstanceState afterGuestsShutdown(Wish wish, InstanceState before) {
    return wish.shutdownBehavior() == ShutdownBehavior.TERMINATE && before != STOPPED
        ? SHUTTING_DOWN
        : STOPPED;
  }
}
