package cloud.jarrah.it.cloud;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A small cloud of one test class, beside the tested one, with simulated hosts. It goes with the
 * class; of a test that failed, its logs stay.
 */
public final class SimulatedCloud
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final String name;
  private final TestedCloud cloud;
  private final int hosts;
  private final int servers;

  public SimulatedCloud(String name, int hosts) {
    this(name, hosts, 1);
  }

  /** With several servers it is a cluster, and its database a PostgreSQL of its own. */
  public SimulatedCloud(String name, int hosts, int servers) {
    this(name, hosts, servers, Map.of());
  }

  /**
   * @param variables of the environment, for the launcher
   */
  public SimulatedCloud(String name, int hosts, int servers, Map<String, String> variables) {
    this.name = name;
    cloud = TestedCloud.beside(name, variables);
    this.hosts = hosts;
    this.servers = servers;
  }

  public TestedCloud cloud() {
    return cloud;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    cloud.jarrah("down", "--purge").orThrow();
    cloud.jarrah("up", "--yes", "--small", "--simulate=" + hosts, "--servers=" + servers).orThrow();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    KeptLogs.ifFailed(context, cloud, name);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    cloud.jarrah("down", "--purge").orThrow();
  }
}
