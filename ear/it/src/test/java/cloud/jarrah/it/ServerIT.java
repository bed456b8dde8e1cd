package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Daemons;
import cloud.jarrah.it.cloud.LabHost;
import cloud.jarrah.it.cloud.Secrets;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the running processes may and may not do, seen from the machine. */
class ServerIT {
  private static final int AGENT_LIMIT_MIB = 130;
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "server");

  private final Daemons daemons = new Daemons(CLOUD);

  @Test
  void theServerRunsAsItsOwnUserWithoutPrivileges() {
    requireRoot();
    long uid = Long.parseLong(ChildProcess.of("id", "-u", "jarrah").run().orThrow().strip());
    assertThat(uid).isNotZero();
    assertThat(Daemons.uid(daemons.server())).isEqualTo(uid);
    assertThat(Daemons.capabilities(daemons.server())).isEqualTo("0000000000000000");
  }

  @Test
  void theServerListensWhereItMustAndNowhereElse() {
    String agents = CLOUD.setting("AGENTS_ADDRESS");
    assertThat(Daemons.listeners(daemons.server()))
        .containsExactlyInAnyOrder(
            "127.0.0.1:" + CLOUD.port(8773),
            "127.0.0.1:" + CLOUD.port(8743),
            "127.0.0.1:" + CLOUD.port(9990),
            "127.0.0.1:" + CLOUD.port(7600),
            "127.0.0.1:" + CLOUD.port(5447),
            agents + ":" + CLOUD.port(8744),
            agents + ":" + CLOUD.port(5446));
  }

  @Test
  void keysAndSecretsAreReadableByTheirOwnersOnly() {
    requireRoot();
    for (String directory : List.of("pki", "keys")) {
      Path place = CLOUD.data().resolve(directory);
      assertThat(Daemons.modeOf(place)).isEqualTo("700 jarrah");
      assertThat(filesIn(place)).isNotEmpty().allMatch(f -> mode(f).equals("600 jarrah"));
    }
    Path users = CLOUD.data().resolve("users");
    assertThat(Daemons.modeOf(users)).isEqualTo("700 root");
    assertThat(filesIn(users.resolve(TENANT.name()))).isNotEmpty().allMatch(ServerIT::isPrivate);
  }

  private static String mode(Path file) {
    return Daemons.modeOf(file);
  }

  private static boolean isPrivate(Path file) {
    return mode(file).equals("600 root");
  }

  private static List<Path> filesIn(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theHomeIsNobodysToChange() {
    requireRoot();
    List<Path> homes =
        filesIn(CLOUD.data().resolve("homes")).stream()
            .filter(file -> file.endsWith("jboss-modules.jar"))
            .toList();
    assertThat(homes).hasSize(1).allMatch(file -> mode(file).equals("444 root"));
    assertThat(mode(homes.get(0).resolveSibling(""))).isEqualTo("555 root");
  }

  @Test
  void secretsAreInNoProcessListAndNoLog() {
    TENANT.machines().running();
    Secrets secrets = Secrets.of(CLOUD);
    assertThat(secrets.count()).isGreaterThan(5);
    assertThat(secrets.inProcessLists()).isEmpty();
    assertThat(secrets.inLogs()).isEmpty();
  }

  @Test
  void agentsAreSmallAndListenToTheirGuestsAndToOtherHostsOnly() {
    CLOUD.requireLabHosts();
    int lab = Integer.parseInt(CLOUD.setting("LAB_ID"));
    for (LabHost host : LabHost.all(CLOUD)) {
      long pid = daemons.pid(host.name());
      assertThat(Daemons.residentMib(pid)).as(host.name()).isBetween(10L, (long) AGENT_LIMIT_MIB);
      String own = "10." + (180 + lab) + ".0." + host.name().replace("host-", "");
      assertThat(host.listeners(pid))
          .containsExactlyInAnyOrder("169.254.169.254:80", own + ":16514");
    }
  }

  private static void requireRoot() {
    Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
  }
}
