package cloud.jarrah.hosts.entity;

import java.time.Duration;

/** How well a host can be reached. A silent host says nothing about its instances. */
public enum Reachability {
  NEVER_SEEN,
  UP,
  /** Three heartbeats are missing: nothing new is placed there. */
  SUSPECT,
  DOWN,
  /** It was removed and will not be heard again. */
  REMOVED;

  /** Silence after which nothing new is placed on a host. */
  public static final Duration SUSPECT_AFTER = Duration.ofSeconds(30);

  /** Silence after which a host counts as down. */
  public static final Duration DOWN_AFTER = Duration.ofSeconds(90);
}
