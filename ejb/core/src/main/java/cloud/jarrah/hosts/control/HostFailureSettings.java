package cloud.jarrah.hosts.control;

import java.time.Duration;

/**
 * When a silent host is taken for failed.
 *
 * @param fenceAfter silence after which it is switched off
 * @param quietTime how long the cloud must have listened without a gap before it fences at all
 * @param brakePercent share of the hosts that may vanish together before nothing is fenced
 * @param brakeWindow hosts that were last heard within so long of each other vanished together
 * @param confirmOnly whether only an administrator's confirmation counts, and no host is switched
 *     off by the cloud
 */
public record HostFailureSettings(
    Duration fenceAfter,
    Duration quietTime,
    int brakePercent,
    Duration brakeWindow,
    boolean confirmOnly) {

  /** The settings of a cloud that says nothing about them. */
  public static final HostFailureSettings STANDARD =
      new HostFailureSettings(
          Duration.ofMinutes(2), Duration.ofMinutes(2), 30, Duration.ofMinutes(5), false);
}
