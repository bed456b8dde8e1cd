package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an instance and its host are, from what is known of both. Pure. The guest itself is not
 * asked: {@code ok} of an instance means that its virtual machine has run for a while.
 *
 * @param system whether its host is heard
 * @param instance whether it runs there
 */
public record InstanceHealth(Check system, Check instance) {
  /** How long a guest that was just started counts as booting. */
  static final Duration BOOTING = Duration.ofSeconds(60);

  private static final Check OK = new Check(Status.OK, null);
  private static final Check UNKNOWN = new Check(Status.INSUFFICIENT_DATA, null);
  private static final Check NONE = new Check(Status.NOT_APPLICABLE, null);

  /**
   * The outcome of a check.
   *
   * @param impairedSince of what is impaired
   */
  public record Check(Status status, @Nullable Instant impairedSince) {}

  /** What a check may come to, with the names of the public API. */
  public enum Status {
    OK("ok", "passed"),
    INITIALIZING("initializing", "initializing"),
    IMPAIRED("impaired", "failed"),
    INSUFFICIENT_DATA("insufficient-data", "insufficient-data"),
    /** It does not run, so nothing is checked. */
    NOT_APPLICABLE("not-applicable", null);

    private final String wireName;
    private final @Nullable String reachability;

    Status(String wireName, @Nullable String reachability) {
      this.wireName = wireName;
      this.reachability = reachability;
    }

    public String wireName() {
      return wireName;
    }

    /** Name of the same for the detail {@code reachability}; null: there is no detail. */
    public @Nullable String reachability() {
      return reachability;
    }
  }

  /**
   * All that is looked at.
   *
   * @param runsSince when its present run was first seen
   * @param rebootDue whether it is about to begin another run
   * @param missingSince since when inventories of its host lack it
   */
  public record Given(
      InstanceState state,
      HostStatus.Contact host,
      @Nullable Instant runsSince,
      boolean rebootDue,
      @Nullable Instant missingSince,
      Instant now) {

    static Given of(Instance instance, HostStatus.Contact host, Instant now) {
      return new Given(
          instance.state(),
          host,
          instance.runs().bootedAt(),
          instance.rebootDue(),
          instance.observed().missingSince(),
          now);
    }
  }

  static InstanceHealth of(Given given) {
    if (given.state() != InstanceState.RUNNING) {
      return new InstanceHealth(NONE, NONE);
    }
    return switch (given.host().reachability()) {
      case UP -> new InstanceHealth(OK, guest(given));
      // Nothing runs there: what is seen is older than its sleep.
      case NEVER_SEEN, ASLEEP -> new InstanceHealth(UNKNOWN, UNKNOWN);
      // What happens there now, nobody knows: the instance is not called off, nor well.
      case SUSPECT, DOWN, REMOVED ->
          new InstanceHealth(new Check(Status.IMPAIRED, given.host().silentSince()), UNKNOWN);
    };
  }

  private static Check guest(Given given) {
    if (given.missingSince() != null) {
      return new Check(Status.IMPAIRED, given.missingSince());
    }
    boolean boots =
        given.rebootDue()
            || given.runsSince() == null
            || given.now().isBefore(given.runsSince().plus(BOOTING));
    return boots ? new Check(Status.INITIALIZING, null) : OK;
  }
}
