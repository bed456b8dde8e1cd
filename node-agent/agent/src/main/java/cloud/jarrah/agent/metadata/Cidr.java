package cloud.jarrah.agent.metadata;

/** Blocks of IPv4 addresses. */
final class Cidr {

  private Cidr() {}

  /** The block that an address lies in. */
  static String of(String address, int prefixLength) {
    long value = 0;
    for (String part : address.split("\\.", -1)) {
      value = value << 8 | Long.parseLong(part);
    }
    long mask = prefixLength == 0 ? 0 : 0xffffffffL << (32 - prefixLength) & 0xffffffffL;
    long network = value & mask;
    return (network >> 24 & 255)
        + "."
        + (network >> 16 & 255)
        + "."
        + (network >> 8 & 255)
        + "."
        + (network & 255)
        + "/"
        + prefixLength;
  }
}
