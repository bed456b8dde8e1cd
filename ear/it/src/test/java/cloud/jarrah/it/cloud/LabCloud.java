package cloud.jarrah.it.cloud;

import cloud.jarrah.it.tools.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A small cloud of one test class, beside the tested one, with lab hosts that keep their instances'
 * disks in one directory. It goes with the class; of a test that failed, its logs stay. Where the
 * tested cloud has no lab hosts, the class is skipped.
 */
public final class LabCloud implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final String SHARED = "JARRAH_LAB_SHARED_DIRECTORY";

  private final String name;
  private final int hosts;
  private final Path shared;
  private final TestedCloud cloud;

  /**
   * @param variables of the environment, for the launcher
   */
  public LabCloud(String name, int hosts, Map<String, String> variables) {
    this.name = name;
    this.hosts = hosts;
    cloud = TestedCloud.beside(name, variables);
    shared = cloud.data().resolveSibling(cloud.data().getFileName() + "-shared");
    share(true);
  }

  public TestedCloud cloud() {
    return cloud;
  }

  /** The directory of an instance on the storage that hosts share. */
  public Path directoryOf(String instanceId) {
    return shared.resolve(instanceId);
  }

  /** Whether the hosts share a directory, from the next {@code up} on. */
  public void share(boolean wanted) {
    cloud.export(SHARED, wanted ? shared.toString() : "");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    TestedCloud.current().requireLabHosts();
    cloud.jarrah("down", "--purge").orThrow();
    Files.createDirectories(shared);
    cloud.jarrah("up", "--yes", "--small", "--hosts=" + hosts).orThrow();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    KeptLogs.ifFailed(context, cloud, name);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    cloud.jarrah("down", "--purge").orThrow();
    ChildProcess.of("rm", "-rf", shared.toString()).run().orThrow();
  }
}
