package cloud.jarrah.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.FakeCloud;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.node.InstanceMetadata;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import cloud.jarrah.node.InstanceSpec.Port;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import cloud.jarrah.node.NodeCommand.EnsureStopped;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.ConsoleOutput;
import cloud.jarrah.node.NodeReport.Inventory;
import cloud.jarrah.node.NodeReport.Outcome;
import cloud.jarrah.node.ReportEnvelope;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs root and the lab's packages; run by the profile {@code lab}. */
class LibvirtLabIT {
  private static final String HOST = "h-1";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static Lab lab;
  private static FakeCloud cloud;
  private static Path key;
  private static String publicKey;
  private static ImageSource image;
  private static ImageSource kernel;
  private static ImageSource ramdisk;
  private static int instances = 0;

  private String id = "";
  private String address = "";
  private long generation;

  @BeforeAll
  static void startEverything(@TempDir Path temporary) throws Exception {
    String labId = System.getProperty("jarrah.lab.id", "9");
    Path module = Path.of(System.getProperty("jarrah.lab.module", "."));
    lab = new Lab(labId, module, Path.of(System.getProperty("jarrah.lab.directory", "/tmp/jl")));
    Lab.run("rm", "-rf", lab.state().toString());
    lab.up();
    key = temporary.resolve("key");
    Lab.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    publicKey = Files.readString(temporary.resolve("key.pub")).strip();
    Path cloudDirectory = Files.createDirectory(temporary.resolve("cloud"));
    cloud = new FakeCloud(cloudDirectory, lab.cloudAddress());
    image = cloud.image("emi-00000001", lab.guest().resolve("root.img"));
    kernel = cloud.image("eki-00000001", lab.guest().resolve("vmlinuz"));
    ramdisk = cloud.image("eri-00000001", lab.guest().resolve("initrd.gz"));
    cloud.allow("token-1");
    lab.writeConfig(cloud, "token-1");
    lab.startAgent();
    await().atMost(LIMIT).until(() -> !cloud.reports(HOST, Inventory.class).isEmpty());
  }

  @AfterAll
  static void endEverything() throws Exception {
    lab.down();
    cloud.close();
  }

  private EnsureRunning newInstance() {
    instances++;
    id = "i-0000000" + instances;
    address = lab.prefix() + ".1." + instances;
    InstanceMetadata template = Specs.metadata();
    InstanceMetadata metadata =
        new InstanceMetadata(
            template.accountId(),
            template.reservationId(),
            0,
            image.imageId(),
            kernel.imageId(),
            ramdisk.imageId(),
            "m1.small",
            "x86_64",
            "jarrah-1",
            "jarrah-1a",
            "guest-" + instances,
            "2026-01-02T03:04:05Z",
            List.of("default"),
            "mykey",
            publicKey);
    String userData = "#!/bin/sh\necho arrived > /root/user-data-ran\n";
    return new EnsureRunning(
        new InstanceSpec(
            id,
            1,
            96,
            1,
            image,
            kernel,
            ramdisk,
            List.of(new Port("eni-1", "d0:0d:00:00:00:0" + instances, address, 16)),
            metadata,
            Base64.getEncoder().encodeToString(userData.getBytes(StandardCharsets.UTF_8))));
  }

  private CommandResult command(NodeCommand command) throws Exception {
    String commandId = cloud.send(HOST, id, ++generation, command).commandId();
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                cloud.reports(HOST, CommandResult.class).stream()
                    .filter(result -> result.commandId().equals(commandId))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void ensure(NodeCommand command) throws Exception {
    CommandResult result = command(command);
    assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
  }

  private @Nullable Power lastPower() {
    List<Inventory> inventories = cloud.reports(HOST, Inventory.class);
    return inventories.get(inventories.size() - 1).instances().stream()
        .filter(observation -> observation.instanceId().equals(id))
        .map(InstanceObservation::power)
        .findFirst()
        .orElse(null);
  }

  private void awaitPower(Power power) {
    await().atMost(LIMIT).until(() -> lastPower() == power);
  }

  private void awaitGuestSays(String command, String expected) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> expected.equals(lab.ssh(key, address, command)));
  }

  private String console() {
    return cloud.reports(HOST, ConsoleOutput.class).stream()
        .filter(output -> output.instanceId().equals(id))
        .reduce((first, second) -> second)
        .map(
            output ->
                new String(Base64.getDecoder().decode(output.content()), StandardCharsets.UTF_8))
        .orElse("");
  }

  @Test
  void instanceLivesItsWholeLife() throws Exception {
    EnsureRunning run = newInstance();
    ensure(run);
    awaitGuestSays("cat /root/user-data-ran", "arrived");
    await().atMost(LIMIT).until(() -> console().contains("READY"));
    awaitGuestSays("echo kept > /root/file; sync; cat /root/file", "kept");
    assertThat(lab.ssh(key, address, "cut -c1-3 /sys/class/dmi/id/product_uuid"))
        .isEqualToIgnoringCase("ec2");

    ensure(new EnsureStopped(id, 60));
    assertThat(lastPower()).isEqualTo(Power.OFF);
    ensure(run);
    awaitGuestSays("cat /root/file", "kept");

    ensure(new EnsureAbsent(id));
    assertThat(lastPower()).isNull();
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() throws Exception {
    assertThat(lab.virsh("list", "--all", "--name")).doesNotContain(id);
    assertThat(lab.runOnHost("ip", "-o", "link")).doesNotContain(id.substring(2));
    assertThat(lab.state().resolve("instances").resolve(id)).doesNotExist();
    Path leases = lab.state().resolve("network/dnsmasq.leases");
    assertThat(Files.exists(leases) ? Files.readString(leases) : "").doesNotContain(address);
    assertThat(Files.readString(lab.state().resolve("network/dhcp-hosts"))).doesNotContain(address);
  }

  @Test
  void killedAgentAdoptsWhatRuns() throws Exception {
    ensure(newInstance());
    String domain = lab.virsh("domid", id);
    lab.killAgent();
    lab.startAgent();
    await()
        .atMost(LIMIT)
        .until(() -> cloud.reports().stream().anyMatch(LibvirtLabIT::isFromALaterLife));
    awaitPower(Power.RUNNING);
    assertThat(lab.virsh("domid", id)).as("the same running domain").isEqualTo(domain);
    awaitGuestSays("echo here", "here");
    assertThat(lab.agentResidentKib()).isLessThan(130 * 1024);
    ensure(new EnsureAbsent(id));
  }

  private static boolean isFromALaterLife(ReportEnvelope report) {
    return report.incarnation() > 1 && report.report() instanceof Inventory;
  }

  @Test
  void guestThatPowersOffIsNotTakenForCrashed() throws Exception {
    EnsureRunning run = newInstance();
    ensure(run);
    awaitGuestSays("echo here", "here");
    lab.ssh(key, address, "poweroff");
    awaitPower(Power.GUEST_OFF);
    ensure(new EnsureAbsent(id));
  }

  @Test
  void killedMachineIsReportedAsCrashedAndStartsAgain() throws Exception {
    EnsureRunning run = newInstance();
    ensure(run);
    Path pidFile = lab.hostDirectory().resolve("libvirt/run/qemu/" + id + ".pid");
    Lab.run("kill", "-9", Files.readString(pidFile).strip());
    awaitPower(Power.CRASHED);
    ensure(run);
    assertThat(lastPower()).isEqualTo(Power.RUNNING);
    ensure(new EnsureAbsent(id));
  }

  @Test
  void deadLibvirtdChangesNothingUntilItAnswersAgain() throws Exception {
    ensure(newInstance());
    Path pidFile = lab.hostDirectory().resolve("run/libvirtd.pid");
    Lab.run("kill", "-9", Files.readString(pidFile).strip());
    String commandId = cloud.send(HOST, HOST, 1, new NodeCommand.SendInventory()).commandId();
    await()
        .atMost(LIMIT)
        .until(
            () ->
                cloud.reports(HOST, CommandResult.class).stream()
                    .anyMatch(result -> result.commandId().equals(commandId)));
    assertThat(lastPower()).isEqualTo(Power.RUNNING);
    CommandResult failed = command(new EnsureStopped(id, 0));
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.retryable()).isTrue();
    lab.hostUp();
    await().atMost(LIMIT).until(() -> command(new EnsureStopped(id, 0)).outcome() == Outcome.DONE);
    assertThat(lastPower()).isEqualTo(Power.OFF);
    ensure(new EnsureAbsent(id));
  }
}
