package cloud.jarrah.hosts.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads when hosts count as failed. */
@Singleton
class HostFailureSettingsReader {
  private static final Pattern BOOLEAN = Pattern.compile("true|false");

  @Produces
  @Singleton
  HostFailureSettings read(Settings settings) {
    return new HostFailureSettings(
        seconds(settings, "jarrah.hosts.fence-after", 120, 90),
        seconds(settings, "jarrah.hosts.quiet-time", 120, 30),
        settings.number("jarrah.hosts.brake-percent", 30, 1, 100),
        seconds(settings, "jarrah.hosts.brake-window", 300, 30),
        Boolean.parseBoolean(settings.text("jarrah.hosts.confirm-only", "false", BOOLEAN)));
  }

  private static Duration seconds(Settings settings, String name, int absent, int least) {
    return Duration.ofSeconds(settings.number(name, absent, least, 86_400));
  }
}
