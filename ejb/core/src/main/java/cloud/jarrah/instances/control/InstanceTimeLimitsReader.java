package cloud.jarrah.instances.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reads the time limits of transitions, each in seconds. */
@Singleton
class InstanceTimeLimitsReader {

  @Produces
  @Singleton
  InstanceTimeLimits read(Settings settings) {
    return new InstanceTimeLimits(
        seconds(settings, "jarrah.instances.launch-limit", 600),
        seconds(settings, "jarrah.instances.stop-limit", 180),
        seconds(settings, "jarrah.instances.removal-limit", 180));
  }

  private static Duration seconds(Settings settings, String name, int absent) {
    return Duration.ofSeconds(settings.number(name, absent, 5, 86_400));
  }
}
