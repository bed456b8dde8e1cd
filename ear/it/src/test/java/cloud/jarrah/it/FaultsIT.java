package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Daemons;
import cloud.jarrah.it.cloud.LabHost;
import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.Ssh;
import cloud.jarrah.it.tools.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real processes are killed; the cloud comes to the asserted state within the limit. */
class FaultsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();
  private static final Duration SHORTLY = Duration.ofSeconds(30);

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "faults");

  private final Daemons daemons = new Daemons(CLOUD);
  private final AdminApi admin = AdminApi.of(CLOUD);

  @BeforeEach
  void needsRealHosts() {
    CLOUD.requireLabHosts();
  }

  @Test
  void aLaunchCompletesAfterItsAgentWasKilled() {
    String id = TENANT.machines().launch();
    Daemons.kill(daemons.pid(admin.hostOf(id)));
    assertThat(TENANT.machines().see(id).state()).isEqualTo("pending");

    CLOUD.upAgain();
    Machine machine = TENANT.machines().await(id, "running");
    assertThat(machine.reasonCode()).isEmpty();
    assertThat(domainsNamed(id)).hasSize(1);
  }

  @Test
  void aRestartedAgentAdoptsWhatRuns() {
    Machine machine = TENANT.machines().running();
    long emulator = Daemons.emulatorOf(machine.id());
    Daemons.kill(daemons.pid(admin.hostOf(machine.id())));
    CLOUD.upAgain();
    Waiting.always(
        "it keeps running", Duration.ofSeconds(8), () -> see(machine), m -> m.is("running"));
    assertThat(Daemons.emulatorOf(machine.id())).isEqualTo(emulator);
  }

  @Test
  void aKilledEmulatorIsStartedAgainWithTheSameDisk(@TempDir Path directory) {
    Path key = keyPair(directory);
    Machine machine = TENANT.machines().running("KeyName", "faults");
    Ssh guest = Ssh.to(machine.address(), key).awaitLogin(Machines.LIMIT);
    guest.print("echo kept > /root/kept; sync");

    long emulator = Daemons.emulatorOf(machine.id());
    Daemons.kill(emulator);
    TENANT
        .machines()
        .await(machine.id(), "the crash is told", m -> isCrash(m) && !m.is("terminated"));
    Machine again = TENANT.machines().await(machine.id(), "running");
    assertThat(again.address()).isEqualTo(machine.address());
    assertThat(Daemons.emulatorOf(machine.id())).isNotIn(0L, emulator);
    Ssh.to(again.address(), key).awaitLogin(Machines.LIMIT);
    assertThat(guest.print("cat /root/kept")).isEqualTo("kept");
  }

  @Test
  void anEmulatorThatDiesFourTimesStaysStopped() {
    Machine machine = TENANT.machines().running();
    for (int death = 1; death <= 4; death++) {
      long emulator =
          Waiting.until(
              "life " + death,
              Machines.LIMIT,
              () -> Daemons.emulatorOf(machine.id()),
              pid -> pid != 0);
      TENANT.machines().await(machine.id(), "running");
      Daemons.kill(emulator);
      int deaths = death;
      Waiting.until(
          "death " + death + " is noticed",
          SHORTLY,
          () -> see(machine),
          m -> isCrash(m) && m.reason().contains(deaths < 4 ? deaths + " of 3" : "died 4 times"));
    }
    Machine stopped = TENANT.machines().await(machine.id(), "stopped");
    assertThat(stopped.reasonCode()).isEqualTo("Server.InstanceCrashed");
  }

  @Test
  void guestsOutliveTheirLibvirtd() {
    Machine machine = TENANT.machines().running();
    LabHost host = LabHost.named(CLOUD, admin.hostOf(machine.id()));
    long emulator = Daemons.emulatorOf(machine.id());
    Daemons.kill(daemons.libvirtd(host));
    Waiting.always(
        "an unreachable libvirtd is not a stopped instance",
        Duration.ofSeconds(8),
        () -> see(machine),
        m -> m.is("running"));

    CLOUD.upAgain();
    assertThat(Daemons.emulatorOf(machine.id())).isEqualTo(emulator);
    TENANT.machines().tell("StopInstances", machine.id());
    TENANT.machines().await(machine.id(), "stopped");
    assertThat(Daemons.emulatorOf(machine.id())).isZero();
  }

  @Test
  void theServersDeathDisturbsNoGuestAndLosesNoLaunch() {
    Machine machine = TENANT.machines().running();
    long emulator = Daemons.emulatorOf(machine.id());
    String pending = TENANT.machines().launch();
    Daemons.kill(daemons.server());
    CLOUD.upAgain();

    TENANT.machines().await(pending, "running");
    assertThat(see(machine).state()).isEqualTo("running");
    assertThat(Daemons.emulatorOf(machine.id())).isEqualTo(emulator);
    assertThat(domainsNamed(pending)).hasSize(1);
  }

  private Machine see(Machine machine) {
    return TENANT.machines().see(machine.id());
  }

  private static boolean isCrash(Machine machine) {
    return machine.reasonCode().equals("Server.InstanceCrashed");
  }

  private static List<String> domainsNamed(String id) {
    return LabHost.all(CLOUD).stream()
        .flatMap(host -> host.domains().stream())
        .filter(id::equals)
        .toList();
  }

  private static Path keyPair(Path directory) {
    String material =
        TENANT
            .query()
            .ec2("CreateKeyPair", "KeyName", "faults")
            .orThrow()
            .xml()
            .first("keyMaterial");
    return Ssh.keep(material, directory);
  }
}
