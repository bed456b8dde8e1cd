package cloud.jarrah.it.cloud;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A small cloud of one test class, beside the tested one: simulated hosts, embedded database. */
public final class SimulatedCloud implements BeforeAllCallback, AfterAllCallback {
  /** What belongs to the tested cloud must not reach this one. */
  private static final Set<String> DATABASE =
      Set.of("JARRAH_DB_URL", "JARRAH_DB_DRIVER", "JARRAH_DB_USER", "JARRAH_DB_PASSWORD");

  private final TestedCloud cloud;
  private final int hosts;

  public SimulatedCloud(String name, int hosts) {
    Path place = TestedCloud.current().data();
    cloud = TestedCloud.hiding(place.resolveSibling(place.getFileName() + "-" + name), DATABASE);
    this.hosts = hosts;
  }

  public TestedCloud cloud() {
    return cloud;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    cloud.jarrah("down", "--purge").orThrow();
    cloud.jarrah("up", "--yes", "--small", "--simulate", Integer.toString(hosts)).orThrow();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    cloud.jarrah("down", "--purge").orThrow();
  }
}
