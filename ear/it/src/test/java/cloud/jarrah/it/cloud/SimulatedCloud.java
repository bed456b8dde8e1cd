package cloud.jarrah.it.cloud;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
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
  /** What belongs to the tested cloud must not reach this one. */
  static final Set<String> DATABASE =
      Set.of("JARRAH_DB_URL", "JARRAH_DB_DRIVER", "JARRAH_DB_USER", "JARRAH_DB_PASSWORD");

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
    Path tested = TestedCloud.current().data();
    Path place = tested.resolveSibling(tested.getFileName() + "-" + name);
    cloud = TestedCloud.beside(place, DATABASE, variables);
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
