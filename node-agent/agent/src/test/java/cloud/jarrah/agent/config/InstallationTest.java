package cloud.jarrah.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An upgrade reads the configuration that is there, and as the agent does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class InstallationTest {
  private static final Path SCRIPTS = Path.of("src", "main", "bin");
  private static final Path UNIT = Path.of("src", "main", "systemd", "jarrah-agent.service");

  @TempDir private Path temporary = Path.of("");
  private Path root = Path.of("");
  private Path built = Path.of("");

  /** As the build leaves it, but for the libraries: nothing is run of them. */
  @BeforeEach
  void build() throws IOException {
    root = Files.createDirectory(temporary.resolve("root"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    built = temporary.resolve("built");
    Files.createDirectories(built.resolve("bin"));
    Files.createDirectories(built.resolve("lib"));
    Files.createDirectories(built.resolve("systemd"));
    try (Stream<Path> scripts = Files.list(SCRIPTS)) {
      for (Path script : scripts.toList()) {
        Files.copy(script, built.resolve("bin").resolve(script.getFileName().toString()));
      }
    }
    Files.copy(UNIT, built.resolve("systemd").resolve("jarrah-agent.service"));
  }

  private void configured(String... lines) throws IOException {
    Path file = root.resolve("etc/jarrah/agent.properties");
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  private record Result(int exit, String said) {}

  private Result install(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("bash", built.resolve("bin/install").toString(), "--root", root.toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), said);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jarrah.agent.state=/srv/jarrah",
        "jarrah.agent.state = /srv/jarrah",
        "  jarrah.agent.state:/srv/jarrah  ",
        "jarrah.agent.state\t/srv/jarrah\t",
        "jarrah.agent.state=/srv/former\njarrah.agent.state =/srv/jarrah\r",
      })
  void stateIsWhereTheAgentLooksForIt(String line) throws Exception {
    configured("#jarrah.agent.state=/srv/other", line, "jarrah.agent.state-of=/srv/other");
    Result result = install();
    assertThat(result.exit()).as(result.said()).isZero();
    assertThat(permissions(root.resolve("srv/jarrah"))).isEqualTo("rwx--x--x");
    assertThat(root.resolve("etc/systemd/system/jarrah-agent.service.d/storage.conf"))
        .hasContent("[Unit]\nRequiresMountsFor=/srv/jarrah\n");
    assertThat(permissions(root)).isEqualTo("rwxr-xr-x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#jarrah.agent.state=/srv/jarrah",
        "jarrah.agent.state = ",
        "jarrah.agent.state=/",
        "jarrah.agent.state=srv/jarrah",
        "jarrah.agent.state=/srv/\\u0061",
      })
  void withoutAStateOfItsOwnNothingIsInstalled(String line) throws Exception {
    configured(line);
    Result result = install();
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.said()).contains("agent.properties", "jarrah.agent.state");
    assertThat(permissions(root)).isEqualTo("rwxr-xr-x");
    assertThat(root.resolve("opt")).doesNotExist();
  }

  @Test
  void whatIsSaidAgainMayBeWrittenWithBlanks() throws Exception {
    configured("jarrah.agent.state=/srv/jarrah", "jarrah.agent.libvirt.uri = test:///default ");
    Result same = install("--libvirt.uri=test:///default");
    assertThat(same.exit()).as(same.said()).isZero();
    assertThat(install("--libvirt.uri=qemu:///system").exit()).isEqualTo(2);
    assertThat(install("--cores=4").exit()).isEqualTo(2);
  }
}
