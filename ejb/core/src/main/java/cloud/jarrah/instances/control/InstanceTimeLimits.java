package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Desired;
import java.time.Duration;

/**
 * How long each transition may take before its owner is told, or it is given up.
 *
 * @param launch from accepted to running; then the launch has failed
 * @param stop from accepted to stopped; then the owner is told why it takes so long
 * @param removal from accepted to terminated; likewise
 */
public record InstanceTimeLimits(Duration launch, Duration stop, Duration removal) {
  public InstanceTimeLimits {
    if (launch.isNegative() || stop.isNegative() || removal.isNegative()) {
      throw new IllegalArgumentException("time limits must not be negative");
    }
  }

  /** The limit of the way to a wish. */
  public Duration of(Desired desired) {
    return switch (desired) {
      case RUNNING -> launch;
      case STOPPED -> stop;
      case TERMINATED -> removal;
    };
  }
}
