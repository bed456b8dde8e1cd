package cloud.jarrah.networks.control;

import cloud.jarrah.networks.entity.Cidr;
import cloud.jarrah.platform.config.Settings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the configuration of networks. */
@Singleton
class NetworksConfigurationReader {

  @Produces
  @Singleton
  NetworksConfiguration read(Settings settings) {
    return new NetworksConfiguration(
        Cidr.parse(settings.text("jarrah.networks.subnet", "10.180.0.0/16")),
        settings.number("jarrah.networks.first-offset", 256, 1, 1 << 23),
        settings.number("jarrah.networks.reserved-at-end", 256, 0, 1 << 23),
        settings.text("jarrah.networks.mac-prefix", "d0:0d"));
  }
}
