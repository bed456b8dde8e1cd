package cloud.jarrah.agent.network;

import cloud.jarrah.agent.config.AgentConfig.Bridge;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/**
 * The network on the host's bridge.
 *
 * @param network its first address
 */
record BridgeAddress(String network, String netmask) {

  static BridgeAddress of(Bridge bridge) throws NetworkException {
    try {
      NetworkInterface found = NetworkInterface.getByName(bridge.name());
      if (found == null) {
        throw new NetworkException(
            "There is no bridge " + bridge.name() + " on this host (jarrah.agent.bridge)", null);
      }
      for (InterfaceAddress each : found.getInterfaceAddresses()) {
        if (each.getAddress().getHostAddress().equals(bridge.address())) {
          return of(each.getAddress().getAddress(), each.getNetworkPrefixLength());
        }
      }
      throw new NetworkException(
          "The bridge "
              + bridge.name()
              + " does not have the address "
              + bridge.address()
              + " (jarrah.agent.bridge-address)",
          null);
    } catch (SocketException e) {
      throw new NetworkException("The host's interfaces cannot be read", e);
    }
  }

  static BridgeAddress of(byte[] address, int prefixLength) {
    int bits = prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    int value = 0;
    for (byte each : address) {
      value = value << 8 | (each & 0xff);
    }
    return new BridgeAddress(dotted(value & bits), dotted(bits));
  }

  private static String dotted(int value) {
    return (value >>> 24)
        + "."
        + (value >>> 16 & 0xff)
        + "."
        + (value >>> 8 & 0xff)
        + "."
        + (value & 0xff);
  }
}
