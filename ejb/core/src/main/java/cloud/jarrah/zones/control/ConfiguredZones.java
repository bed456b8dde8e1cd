package cloud.jarrah.zones.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zones as the administrator configured them. */
@Singleton
public final class ConfiguredZones implements Zones {
  private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]{0,29}");

  private final String region;
  private final String endpoint;
  private final List<String> names;

  @Inject
  public ConfiguredZones(Settings settings) {
    region = settings.text("jarrah.zones.region", "jarrah-1", REGION);
    int port = 8773 + settings.number("jboss.socket.binding.port-offset", 0, 0, 50_000);
    endpoint = settings.text("jarrah.zones.endpoint", "127.0.0.1:" + port);
    names = settings.list("jarrah.zones.names", List.of(region + "a"));
    for (String name : names) {
      // Clients derive the region from a zone by cutting its last letter off.
      if (!name.matches(Pattern.quote(region) + "[a-z]")) {
        throw new IllegalStateException(
            "jarrah.zones.names has '"
                + name
                + "', but a zone is the region and one letter, as in "
                + region
                + "a");
      }
    }
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public String require(@Nullable String zone) {
    if (zone == null || zone.isEmpty()) {
      return names.get(0);
    }
    if (!names.contains(zone)) {
      throw ZoneErrors.notFound(zone);
    }
    return zone;
  }
}
