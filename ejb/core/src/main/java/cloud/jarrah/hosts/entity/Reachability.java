package cloud.jarrah.hosts.entity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How well a host can be reached. A silent host says nothing about its instances. */
public enum Reachability {
  NEVER_SEEN,
  UP,
  /** Three heartbeats are missing: nothing new is placed there. */
  SUSPECT,
  DOWN,
  /** It sleeps, or is being woken: it is silent, and reached when that is needed. */
  ASLEEP,
  /** It was removed and will not be heard again. */
  REMOVED;

  /**
   * How well a host can be reached that exists.
   *
   * @param lastSeen null: never
   * @param listeningSince since when somebody has listened: silence before that says nothing
   */
  public static Reachability at(@Nullable Instant lastSeen, Instant listeningSince, Instant now) {
    if (lastSeen == null) {
      return NEVER_SEEN;
    }
    Duration silence =
        Duration.between(lastSeen.isAfter(listeningSince) ? lastSeen : listeningSince, now);
    if (silence.compareTo(SUSPECT_AFTER) <= 0) {
      return UP;
    }
    return silence.compareTo(DOWN_AFTER) <= 0 ? SUSPECT : DOWN;
  }

  /** The same of a host that may be known to be off: then it is down, whatever was heard. */
  public static Reachability of(
      HostStanding standing, @Nullable Instant lastSeen, Instant listeningSince, Instant now) {
    return standing == HostStanding.FENCED ? DOWN : at(lastSeen, listeningSince, now);
  }

  /** Silence after which nothing new is placed on a host. */
  public static final Duration SUSPECT_AFTER = Duration.ofSeconds(30);

  /** Silence after which a host counts as down. */
  public static final Duration DOWN_AFTER = Duration.ofSeconds(90);
}
