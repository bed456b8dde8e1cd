package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.SimulatedCloud;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The control plane is lost while the hosts go on, and comes back from a back-up. */
class BackupIT {
  /** All that a control plane keeps; what the hosts have stays. */
  private static final List<String> CONTROL_PLANE =
      List.of("postgresql", "pki", "keys", "users", "images", "ca.pem", "server-1", "server-2");

  @RegisterExtension static final SimulatedCloud CLOUD = new SimulatedCloud("backup", 2, 2);

  private final TestedCloud cloud = CLOUD.cloud();
  private final Tenant demo = Tenant.existing(cloud, "demo");

  @Test
  void everyInstanceIsFoundAgainAfterARestore(@TempDir Path place) {
    String file = place.resolve("cloud.tar").toString();
    List<String> kept = demo.machines().launch(3);
    kept.forEach(id -> demo.machines().await(id, "running"));
    demo.query().ec2("CreateKeyPair", "KeyName", "kept").orThrow();
    cloud.jarrah("backup", file).orThrow();
    assertThat(cloud.jarrah("backup", file).code()).as("a second one in its place").isEqualTo(2);

    // What the back-up does not know: the host is ahead of the database that comes back.
    demo.machines().tell("StopInstances", kept.get(0));
    demo.machines().await(kept.get(0), "stopped");
    assertThat(cloud.jarrah("restore", file).code()).as("over a cloud that is").isEqualTo(2);
    loseControlPlane();
    cloud.jarrah("restore", file).orThrow();
    cloud.upAgain();

    Tenant again = Tenant.existing(cloud, "demo");
    assertThat(again.keys()).isEqualTo(demo.keys());
    kept.forEach(id -> again.machines().await(id, "running"));
    assertThat(again.query().ec2("DescribeKeyPairs").orThrow().body()).contains("kept");
    again.machines().tell("TerminateInstances", kept.get(1));
    again.machines().await(kept.get(1), "terminated");
    again.machines().running();
  }

  @Test
  void whatIsNoBackUpIsRefused(@TempDir Path place) throws IOException {
    Path evil = place.resolve("evil.tar");
    Path work = place.resolve("work");
    Path content = Files.createDirectories(work.resolve("backup"));
    Files.writeString(content.resolve("archive.env"), "ARCHIVE_FORMAT=1\n");
    Files.createSymbolicLink(content.resolve("link"), Path.of("/etc/passwd"));
    ChildProcess.of("tar", "-C", work.toString(), "-cf", evil.toString(), "backup").run().orThrow();
    Path text = Files.writeString(place.resolve("text.tar"), "no archive");
    for (Path file : List.of(evil, text, place.resolve("missing.tar"))) {
      ChildProcess.Ended refused =
          ChildProcess.of(
                  cloud.root().resolve("jarrah").toString(),
                  "restore",
                  file.toString(),
                  "--data",
                  place.resolve("new").toString())
              .run();
      assertThat(refused.code()).as("%s", refused).isEqualTo(2);
    }
    assertThat(place.resolve("new")).doesNotExist();
  }

  private void loseControlPlane() {
    cloud.jarrah("down").orThrow();
    for (String part : CONTROL_PLANE) {
      ChildProcess.of("rm", "-rf", cloud.data().resolve(part).toString()).run().orThrow();
    }
    ChildProcess.of("rm", "-rf", cloud.data().resolve("run").toString()).run().orThrow();
  }
}
