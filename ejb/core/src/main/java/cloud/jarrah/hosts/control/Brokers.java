package cloud.jarrah.hosts.control;

import cloud.jarrah.node.BrokerList;
import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The brokers that hosts may turn to: those of all servers. */
@Singleton
public class Brokers {
  private static final String SETTING = "jarrah.hosts.brokers";

  private final List<String> addresses;

  @Inject
  public Brokers(Settings settings) {
    List<String> configured = settings.list(SETTING, List.of("127.0.0.1:5446"));
    try {
      this.addresses = BrokerList.require(configured);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(SETTING + ": " + e.getMessage(), e);
    }
  }

  public List<String> addresses() {
    return addresses;
  }
}
