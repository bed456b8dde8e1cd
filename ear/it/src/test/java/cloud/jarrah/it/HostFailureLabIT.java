package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Daemons;
import cloud.jarrah.it.cloud.LabCloud;
import cloud.jarrah.it.cloud.LabHost;
import cloud.jarrah.it.cloud.Machine;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.MarkedGuest;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.HttpAnswer;
import cloud.jarrah.it.wire.Xml;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host with a real guest fails as by a power cut. Nobody can switch it off for the cloud, so an
 * administrator says that it is off.
 */
class HostFailureLabIT {
  private static final int HOSTS = 2;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  /** As short as the server lets them be. */
  private static final String IMPATIENT =
      "-Djarrah.hosts.fence-after=90 -Djarrah.hosts.quiet-time=30";

  @RegisterExtension
  static final LabCloud LAB = new LabCloud("failure", HOSTS, Map.of("JARRAH_JAVA_OPTS", IMPATIENT));

  private final TestedCloud cloud = LAB.cloud();
  private final Tenant demo = Tenant.existing(cloud, "demo");
  private final Machines machines = demo.machines();
  private final AdminApi admin = AdminApi.of(cloud);

  /** A test that fails half-way must not take the next one with it. */
  @AfterEach
  void repair() {
    share(true);
    List<Machine> left = machines.all().stream().filter(m -> !m.is("terminated")).toList();
    left.forEach(machine -> machines.tell("TerminateInstances", machine.id()));
    left.forEach(machine -> machines.await(machine.id(), "terminated"));
  }

  /** What is launched after that has its disk where it is wanted: the server has heard of it. */
  private void share(boolean wanted) {
    LAB.share(wanted);
    cloud.upAgain();
    Instant since = Instant.now();
    Waiting.until(
        "all hosts have said where they keep disks",
        LIMIT,
        admin::hosts,
        hosts -> hosts.stream().allMatch(host -> host.lastSeen().isAfter(since)));
  }

  private LabHost other(LabHost host) {
    return LabHost.all(cloud).stream()
        .filter(each -> !each.name().equals(host.name()))
        .findFirst()
        .orElseThrow();
  }

  private String systemStatus(String id) {
    Xml answer = demo.query().ec2("DescribeInstanceStatus", "InstanceId.1", id).orThrow().xml();
    return answer.items("instanceStatusSet").get(0).text("systemStatus/status");
  }

  /** What its owner and its hosts show of an instance. */
  private String shown(MarkedGuest guest, LabHost elsewhere) {
    return machines.see(guest.id()).state()
        + (elsewhere.domains().contains(guest.id()) ? " on " + elsewhere : "");
  }

  @Test
  void instanceOnASharedDirectoryRunsElsewhereOnceItsHostIsSaidToBeOff(@TempDir Path directory) {
    MarkedGuest guest = MarkedGuest.launch(demo, "survivor", directory);
    LabHost failed = LabHost.named(cloud, admin.hostOf(guest.id()));
    LabHost second = other(failed);
    assertThat(LAB.directoryOf(guest.id()).resolve("disk.qcow2")).isRegularFile();
    assertThat(admin.confirmOff(admin.host(failed.name())).status())
        .as("a host that speaks is not off")
        .isBetween(400, 499);

    failed.cutPower();
    nothingStartsWhileItIsOnlySilent(guest, failed, second);
    admin.confirmOff(admin.host(failed.name())).orThrow();
    runsOn(second, guest);
    long emulator = Daemons.emulatorOf(guest.id());

    cloud.upAgain();
    isBackWithoutIt(failed, guest);
    assertThat(Daemons.emulatorOf(guest.id())).isEqualTo(emulator);
    assertThat(admin.hostOf(guest.id())).isEqualTo(second.name());
    guest.assertMarked();
    machines.tell("TerminateInstances", guest.id());
    machines.await(guest.id(), "terminated");
    Waiting.until(
        "its disk is removed", LIMIT, () -> LAB.directoryOf(guest.id()), d -> !d.toFile().exists());
  }

  private void nothingStartsWhileItIsOnlySilent(MarkedGuest guest, LabHost failed, LabHost second) {
    Set<String> seen = new TreeSet<>();
    Supplier<String> standing =
        () -> {
          seen.add(shown(guest, second));
          return admin.host(failed.name()).standing();
        };
    Waiting.until(failed + " counts as failed", LIMIT, standing, "FENCING"::equals);
    Waiting.always("nothing is started elsewhere", A_WHILE, standing, "FENCING"::equals);
    assertThat(seen).containsExactly("running");
    assertThat(systemStatus(guest.id())).isEqualTo("impaired");
    assertThat(admin.hostOf(guest.id())).isEqualTo(failed.name());
    assertThat(Daemons.emulatorOf(guest.id())).isZero();
  }

  /** It has booted from the disk that it had, with the address that it had. */
  private void runsOn(LabHost host, MarkedGuest guest) {
    Waiting.until(
        guest.id() + " runs on " + host,
        LIMIT,
        () -> shown(guest, host),
        ("running on " + host)::equals);
    assertThat(admin.hostOf(guest.id())).isEqualTo(host.name());
    assertThat(machines.see(guest.id()).address()).isEqualTo(guest.machine().address());
    guest.ssh().awaitLogin(Machines.LIMIT);
    assertThat(guest.bootNow()).isNotEqualTo(guest.boot());
    guest.assertMarked();
    Waiting.until("its status is good", LIMIT, () -> systemStatus(guest.id()), "ok"::equals);
  }

  private void isBackWithoutIt(LabHost failed, MarkedGuest guest) {
    Waiting.until(
        failed + " is used again",
        LIMIT,
        () -> admin.host(failed.name()),
        host -> host.state().equals("UP") && host.standing().equals("ACTIVE"));
    assertThat(failed.domains()).doesNotContain(guest.id());
    assertThat(failed.filesMentioning(guest.machine().mac())).isEmpty();
    assertThat(LAB.directoryOf(guest.id()).resolve("disk.qcow2")).isRegularFile();
  }

  @Test
  void hostDeclaredLostTakesItsInstancesWithIt() {
    share(false);
    Machine machine = machines.running();
    LabHost failed = LabHost.named(cloud, admin.hostOf(machine.id()));
    AdminApi.Host host = admin.host(failed.name());
    failed.cutPower();
    Waiting.until(
        failed + " is suspected",
        LIMIT,
        () -> admin.host(failed.name()).state(),
        "SUSPECT"::equals);
    assertRefused("DependencyViolation", admin.remove(host, false));
    assertRefused("OperationNotPermitted", admin.remove(host, true));
    assertThat(machines.see(machine.id()).state()).isEqualTo("running");

    admin.confirmOff(host).orThrow();
    assertThat(machines.see(machine.id()).state()).isEqualTo("running");
    admin.remove(host, true).orThrow();
    Machine lost = machines.await(machine.id(), "terminated");
    assertThat(lost.reasonCode()).isEqualTo("Server.HostLost");
    assertThat(admin.hosts()).extracting(AdminApi.Host::name).doesNotContain(failed.name());

    // Another machine takes its place, with nothing of its own.
    ChildProcess.of("rm", "-rf", failed.directory().toString()).run().orThrow();
    cloud.upAgain();
    assertThat(admin.host(failed.name()).id()).isNotEqualTo(host.id());
    assertThat(failed.domains()).isEmpty();
  }

  private static void assertRefused(String code, HttpAnswer answer) {
    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
    assertThat(answer.body()).contains(code);
  }
}
