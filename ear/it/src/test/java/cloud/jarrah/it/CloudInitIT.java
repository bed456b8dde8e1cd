package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.CloudInit;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.Ssh;
import cloud.jarrah.it.tools.Tunnel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Debian's cloud-init reads an instance's metadata as that instance: through a tunnel that begins
 * in the guest. It tries again whatever fails, so one answer that is no 200 is one too many.
 */
class CloudInitIT {
  private static final TestedCloud CLOUD = TestedCloud.current();
  private static final String USER_DATA = "#!/bin/sh\nexit 0\n";

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "cloudinit");

  private final Path directory;

  CloudInitIT(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void cloudInitReadsEverythingAtTheFirstAttempt() throws IOException {
    CLOUD.requireLabHosts();
    Path key = keyPair();
    String data = Base64.getEncoder().encodeToString(USER_DATA.getBytes(StandardCharsets.UTF_8));
    Machine machine = TENANT.machines().running("KeyName", "cloudinit", "UserData", data);
    Ssh guest = Ssh.to(machine.address(), key).awaitLogin(Machines.LIMIT);
    Path cloudInit = CloudInit.ofDebian(directory);
    try (Tunnel tunnel = Tunnel.through(guest, "169.254.169.254:80")) {
      for (String platform : new String[] {"aws", "unknown"}) {
        assertComplete(read(cloudInit, tunnel, platform), machine);
      }
    }
  }

  private static JsonNode read(Path cloudInit, Tunnel tunnel, String platform) throws IOException {
    ChildProcess.Ended ended =
        Python.with("requests, yaml, configobj, jinja2, jsonpatch, jsonschema, netifaces, oauthlib")
            .run(
                "cloud_init_reads.py",
                Map.of(),
                cloudInit.toString(),
                "http://127.0.0.1:" + tunnel.port(),
                platform);
    return new ObjectMapper().readTree(ended.orThrow());
  }

  private static void assertComplete(JsonNode read, Machine machine) {
    assertThat(read.get("found").asBoolean()).as("%s", read).isTrue();
    assertThat(read.get("asked"))
        .as("every request, and its status")
        .allMatch(request -> request.get(2).asInt() == 200)
        .hasSizeGreaterThan(20);
    assertThat(read.get("complaints")).isEmpty();
    assertThat(read.get("instanceId").asText()).isEqualTo(machine.id());
    assertThat(read.get("zone").asText()).isEqualTo(CLOUD.zone());
    assertThat(read.get("region").asText()).isEqualTo(CLOUD.setting("REGION"));
    assertThat(read.get("userData").asText()).isEqualTo(USER_DATA);
    assertThat(read.get("keys")).hasSize(1);
    JsonNode metadata = read.get("metadata");
    assertThat(metadata.get("local-ipv4").asText()).isEqualTo(machine.address());
    assertThat(metadata.at("/network/interfaces/macs").has(machine.mac())).isTrue();
  }

  private Path keyPair() {
    String material =
        TENANT
            .query()
            .ec2("CreateKeyPair", "KeyName", "cloudinit")
            .orThrow()
            .xml()
            .first("keyMaterial");
    return Ssh.keep(material, directory);
  }
}
