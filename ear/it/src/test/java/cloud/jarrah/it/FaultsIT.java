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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Real processes are killed; the cloud comes to the asserted state within the limit. */
class FaultsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  /** From a death to the moment when users are told. */
  private static final Duration NOTICED = Duration.ofSeconds(15);

  /** From a repair, by whomever, to the wished state; several times what it takes. */
  private static final Duration RECOVERED = Duration.ofSeconds(45);

  /** Silence after which nothing new is placed on a host is 30 s. */
  private static final Duration SUSPECTED = Duration.ofSeconds(45);

  private static final Duration A_WHILE = Duration.ofSeconds(8);

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "faults");

  private final Daemons daemons = new Daemons(CLOUD);
  private final AdminApi admin = AdminApi.of(CLOUD);
  private final Machines machines = TENANT.machines();

  @BeforeEach
  void needsRealHosts() {
    CLOUD.requireLabHosts();
  }

  /** A test that fails half-way must not take the next one with it. */
  @AfterEach
  void repair() {
    if (CLOUD.hasLabHosts() && !CLOUD.jarrah("status").succeeded()) {
      CLOUD.upAgain();
    }
  }

  @Test
  void aLaunchCompletesAfterItsAgentWasKilled() {
    Long[] agents = {daemons.pid("host-1"), daemons.pid("host-2")};
    String id = machines.launch();
    Daemons.kill(agents);
    assertThat(machines.see(id).state()).isEqualTo("pending");

    CLOUD.upAgain();
    assertThat(machines.await(id, "running", RECOVERED).reasonCode()).isEmpty();
    assertThat(domainsNamed(id)).hasSize(1);
  }

  @Test
  void aRestartedAgentAdoptsWhatRuns() {
    Machine machine = machines.running();
    long emulator = Daemons.emulatorOf(machine.id());
    Daemons.kill(daemons.pid(admin.hostOf(machine.id())));
    CLOUD.upAgain();
    Waiting.always("it keeps running", A_WHILE, () -> see(machine), m -> m.is("running"));
    assertThat(Daemons.emulatorOf(machine.id())).isEqualTo(emulator);
  }

  @Test
  void aSilentHostKeepsItsInstancesAndGetsNoNewOnes() {
    Machine machine = machines.running();
    String silent = admin.hostOf(machine.id());
    Daemons.kill(daemons.pid(silent));
    Waiting.until(
        silent + " is suspected", SUSPECTED, () -> admin.host(silent).state(), "SUSPECT"::equals);
    assertThat(see(machine).state()).isEqualTo("running");
    for (String id : machines.launch(2)) {
      machines.await(id, "running", RECOVERED);
      assertThat(admin.hostOf(id)).isNotEqualTo(silent);
    }

    CLOUD.upAgain();
    Waiting.until(silent + " is up", RECOVERED, () -> admin.host(silent).state(), "UP"::equals);
  }

  @Test
  void aKilledEmulatorIsStartedAgainWithTheSameDisk(@TempDir Path directory) {
    Path key = keyPair(directory);
    Machine machine = machines.running("KeyName", "faults");
    Ssh guest = Ssh.to(machine.address(), key).awaitLogin(Machines.LIMIT);
    guest.print("echo kept > /root/kept; sync");

    long emulator = Daemons.emulatorOf(machine.id());
    Daemons.kill(emulator);
    machines.await(machine.id(), "the crash is told", NOTICED, FaultsIT::isCrash);
    Machine again = machines.await(machine.id(), "running", RECOVERED);
    assertThat(again.address()).isEqualTo(machine.address());
    assertThat(Daemons.emulatorOf(machine.id())).isNotIn(0L, emulator);
    guest.awaitLogin(Machines.LIMIT);
    assertThat(guest.print("cat /root/kept")).isEqualTo("kept");
  }

  @Test
  void anEmulatorThatDiesFourTimesStaysStopped() {
    Machine machine = machines.running();
    for (int death = 1; death <= 4; death++) {
      machines.await(machine.id(), "running", RECOVERED);
      Daemons.kill(Daemons.emulatorOf(machine.id()));
      String told = death < 4 ? death + " of 3" : "died 4 times";
      machines.await(
          machine.id(),
          "death " + death + " is told",
          NOTICED,
          m -> isCrash(m) && m.reason().contains(told));
    }
    Machine stopped = machines.await(machine.id(), "stopped", RECOVERED);
    assertThat(stopped.reasonCode()).isEqualTo("Server.InstanceCrashed");
    assertThat(Daemons.emulatorOf(machine.id())).isZero();
  }

  @Test
  void guestsOutliveTheirLibvirtd() {
    Machine machine = machines.running();
    LabHost host = LabHost.named(CLOUD, admin.hostOf(machine.id()));
    long emulator = Daemons.emulatorOf(machine.id());
    Daemons.kill(daemons.libvirtd(host));
    Waiting.always(
        "an unreachable libvirtd is not a stopped instance",
        A_WHILE,
        () -> see(machine),
        m -> m.is("running"));

    CLOUD.upAgain();
    assertThat(Daemons.emulatorOf(machine.id())).isEqualTo(emulator);
    machines.tell("StopInstances", machine.id());
    machines.await(machine.id(), "stopped", RECOVERED);
    assertThat(Daemons.emulatorOf(machine.id())).isZero();
  }

  @Test
  void aLaunchWaitsForLibvirtd() {
    LabHost.all(CLOUD).forEach(host -> Daemons.kill(daemons.libvirtd(host)));
    String id = machines.launch();
    Waiting.always("it is pending", A_WHILE, () -> machines.see(id), m -> m.is("pending"));

    CLOUD.upAgain();
    machines.await(id, "running", RECOVERED);
    assertThat(domainsNamed(id)).hasSize(1);
  }

  @Test
  void theServersDeathDisturbsNoGuestAndLosesNoLaunch() {
    Machine machine = machines.running();
    long emulator = Daemons.emulatorOf(machine.id());
    long server = daemons.server();
    String pending = machines.launch();
    Daemons.kill(server);
    CLOUD.upAgain();

    machines.await(pending, "running", RECOVERED);
    assertThat(see(machine).state()).isEqualTo("running");
    assertThat(Daemons.emulatorOf(machine.id())).isEqualTo(emulator);
    assertThat(domainsNamed(pending)).hasSize(1);
  }

  private Machine see(Machine machine) {
    return machines.see(machine.id());
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
