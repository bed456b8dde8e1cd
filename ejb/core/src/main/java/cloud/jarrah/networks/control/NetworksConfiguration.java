package cloud.jarrah.networks.control;

import cloud.jarrah.networks.entity.Cidr;

/**
 * Where instances get their addresses.
 *
 * @param subnet block of a zone
 * @param firstOffset addresses kept at the block's beginning, for hosts and routers
 * @param reservedAtEnd addresses kept at its end
 * @param macPrefix first two octets of hardware addresses
 */
public record NetworksConfiguration(
    Cidr subnet, int firstOffset, int reservedAtEnd, String macPrefix) {

  public NetworksConfiguration {
    if (!macPrefix.matches("[0-9a-f][02468ace]:[0-9a-f]{2}")) {
      throw new IllegalArgumentException(
          "jarrah.networks.mac-prefix must be two octets of a unicast address, as d0:0d");
    }
    if (firstOffset < 1 || reservedAtEnd < 0) {
      throw new IllegalArgumentException("reserved addresses must not be negative");
    }
  }
}
