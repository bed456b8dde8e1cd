package cloud.jarrah.node;

import java.util.List;
import java.util.regex.Pattern;

/** Where brokers are: {@code host:port} each, bounded. */
public final class BrokerList {
  public static final int MOST = 32;
  private static final Pattern ADDRESS =
      Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})");

  private BrokerList() {}

  /**
   * The list without repetitions.
   *
   * @throws IllegalArgumentException if it is empty, too long, or one is not an address
   */
  public static List<String> require(List<String> brokers) {
    List<String> distinct = brokers.stream().distinct().toList();
    if (distinct.isEmpty() || distinct.size() > MOST) {
      throw new IllegalArgumentException("there must be 1 to " + MOST + " brokers");
    }
    distinct.forEach(BrokerList::requireAddress);
    return distinct;
  }

  private static void requireAddress(String broker) {
    int port =
        ADDRESS.matcher(broker).matches()
            ? Integer.parseInt(broker.substring(broker.lastIndexOf(':') + 1))
            : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a broker's HOST:PORT: " + broker);
    }
  }
}
