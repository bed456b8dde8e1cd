package cloud.jarrah.hosts.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads when hosts sleep. */
@Singleton
class PowerSettingsReader {
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";
  private static final String PORT = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3})";

  /** No name: it could be another address later. */
  private static final Pattern ADDRESS = Pattern.compile(OCTET + "(\\." + OCTET + "){3}:" + PORT);

  @Produces
  @Singleton
  PowerSettings read(Settings settings, PlacementPolicy policy) {
    String address = settings.text("jarrah.hosts.wake-address", "255.255.255.255:9", ADDRESS);
    int colon = address.indexOf(':');
    return new PowerSettings(
        policy.name().equals(StandardPolicy.POWERSAVE.name()),
        Duration.ofSeconds(settings.number("jarrah.hosts.powersave-idle", 300, 10, 86_400)),
        settings.number("jarrah.hosts.powersave-spare", 1, 0, 10_000),
        new InetSocketAddress(
            address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
  }
}
