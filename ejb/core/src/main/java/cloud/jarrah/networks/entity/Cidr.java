package cloud.jarrah.networks.entity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses.
 *
 * @param network first address, as an unsigned 32-bit number
 */
public record Cidr(long network, int prefixLength) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  public Cidr {
    if (prefixLength < 8 || prefixLength > 30 || (network & (size(prefixLength) - 1)) != 0) {
      throw new IllegalArgumentException(
          "a block needs a prefix of 8 to 30 and no bits beyond it: "
              + dotted(network)
              + "/"
              + prefixLength);
    }
  }

  public static Cidr parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a block of the form 10.0.0.0/16: " + text);
    }
    String dotted = text.substring(0, text.indexOf('/'));
    return new Cidr(number(dotted), Integer.parseInt(matcher.group(5)));
  }

  private static long size(int prefixLength) {
    return 1L << (32 - prefixLength);
  }

  public boolean contains(long address) {
    return address >= network && address < network + size(prefixLength);
  }

  /** The address after {@code offset} others of the block. */
  public long at(long offset) {
    return network + offset;
  }

  /** The last address that is not the broadcast one. */
  public long lastUsable() {
    return network + size(prefixLength) - 2;
  }

  public static String dotted(long address) {
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /** Reads dotted form. */
  public static long number(String dotted) {
    long number = 0;
    for (String part : dotted.split("\\.", -1)) {
      int octet = Integer.parseInt(part);
      if (octet < 0 || octet > 255) {
        throw new IllegalArgumentException("not an address: " + dotted);
      }
      number = number << 8 | octet;
    }
    return number;
  }

  @Override
  public String toString() {
    return dotted(network) + "/" + prefixLength;
  }
}
