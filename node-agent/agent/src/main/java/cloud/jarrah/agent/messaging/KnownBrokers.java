package cloud.jarrah.agent.messaging;

import cloud.jarrah.node.BrokerList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The brokers a host can turn to, in its own order: each host prefers another one, so that all
 * together are spread, and a broker that comes or goes moves few. Those of the enrolment stay as
 * the last resort: a wrong list told later must not strand the host.
 */
public final class KnownBrokers {
  private final String host;
  private final List<String> enrolled;
  private final Consumer<List<String>> keep;
  private final Set<String> tried = new HashSet<>();
  private List<String> told;
  private List<String> order;

  /**
   * @param told the newest list the cloud told
   * @param keep writes down a list that the cloud tells
   */
  public KnownBrokers(
      String host, List<String> enrolled, List<String> told, Consumer<List<String>> keep) {
    this.host = host;
    this.enrolled = List.copyOf(enrolled);
    this.keep = keep;
    this.told = BrokerList.require(told);
    this.order = order();
  }

  private List<String> order() {
    List<String> all = new ArrayList<>(told);
    // A hash of host and broker: it does not change with the other brokers.
    all.sort(
        Comparator.comparingLong(
            broker -> new SplittableRandom((host + '|' + broker).hashCode()).nextLong()));
    enrolled.stream().filter(broker -> !told.contains(broker)).forEach(all::add);
    return List.copyOf(all);
  }

  /** The one this host belongs to when all are there. */
  synchronized String home() {
    return order.get(0);
  }

  /** The next to be tried: each once before any of them again. */
  synchronized String next() {
    if (!untried()) {
      tried.clear();
    }
    String next =
        order.stream().filter(broker -> !tried.contains(broker)).findFirst().orElseThrow();
    tried.add(next);
    return next;
  }

  /** Whether there is one that was not tried since the last connection was lost. */
  synchronized boolean untried() {
    return !tried.containsAll(order);
  }

  /** The connection to this one is lost: others come first. */
  synchronized void lost(String broker) {
    tried.clear();
    tried.add(broker);
  }

  /** Takes over what the cloud says. */
  void learn(List<String> brokers) {
    synchronized (this) {
      if (brokers.equals(told)) {
        return;
      }
      told = BrokerList.require(brokers);
      order = order();
    }
    keep.accept(brokers);
  }
}
