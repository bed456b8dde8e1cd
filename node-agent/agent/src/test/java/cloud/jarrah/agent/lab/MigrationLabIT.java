package cloud.jarrah.agent.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.FakeCloud;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceMetadata;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import cloud.jarrah.node.InstanceSpec.Port;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeCommand.CancelArrival;
import cloud.jarrah.node.NodeCommand.CancelDeparture;
import cloud.jarrah.node.NodeCommand.Depart;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import cloud.jarrah.node.NodeCommand.EnsureRunning;
import cloud.jarrah.node.NodeCommand.PrepareArrival;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.Inventory;
import cloud.jarrah.node.NodeReport.Outcome;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running guest changes its host. Needs what {@link LibvirtLabIT} needs. */
class MigrationLabIT {
  private static final System.Logger LOG = System.getLogger(MigrationLabIT.class.getName());
  private static final String SOURCE = "h-1";
  private static final String TARGET = "h-2";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int PINGS = 50;

  private static Lab source;
  private static Lab target;
  private static FakeCloud cloud;
  private static Path key;
  private static String publicKey;
  private static ImageSource image;
  private static ImageSource kernel;
  private static ImageSource ramdisk;

  private String id = "";
  private String address = "";
  private InstanceSpec spec = Specs.instance("i-00000000");
  private long generation;

  @BeforeAll
  static void startEverything(@TempDir Path temporary) throws Exception {
    String labId = System.getProperty("jarrah.lab.id", "9");
    Path module = Path.of(System.getProperty("jarrah.lab.module", "."));
    source = new Lab(labId, module, Path.of(System.getProperty("jarrah.lab.directory", "/tmp/jl")));
    target = source.sibling("2");
    Lab.run("rm", "-rf", source.state().toString(), target.state().toString());
    source.up();
    target.hostUp();
    key = temporary.resolve("key");
    Lab.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    publicKey = Files.readString(temporary.resolve("key.pub")).strip();
    Path cloudDirectory = Files.createDirectory(temporary.resolve("cloud"));
    cloud = new FakeCloud(cloudDirectory, source.cloudAddress());
    image = cloud.image("emi-00000001", source.guest().resolve("root.img"));
    kernel = cloud.image("eki-00000001", source.guest().resolve("vmlinuz"));
    ramdisk = cloud.image("eri-00000001", source.guest().resolve("initrd.gz"));
    start(source, SOURCE, "token-1");
    start(target, TARGET, "token-2");
  }

  private static void start(Lab host, String hostId, String token) throws Exception {
    cloud.allow(token);
    host.writeConfig(cloud, token);
    host.startAgent();
    await().atMost(LIMIT).until(() -> !cloud.reports(hostId, Inventory.class).isEmpty());
  }

  @AfterAll
  static void endEverything() throws Exception {
    target.hostDown();
    source.down();
    cloud.close();
  }

  private void startInstance(int number) throws Exception {
    id = "i-0000001" + number;
    address = source.prefix() + ".1.10" + number;
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
            "traveller-" + number,
            "2026-01-02T03:04:05Z",
            List.of("default"),
            "mykey",
            publicKey);
    Port port = new Port("eni-1", "d0:0d:00:00:01:0" + number, address, 16);
    spec = new InstanceSpec(id, 1, 96, 1, image, kernel, ramdisk, List.of(port), metadata, null);
    ensure(SOURCE, new EnsureRunning(spec));
    awaitGuestSays("echo here", "here");
  }

  private CommandResult command(String host, NodeCommand command) throws Exception {
    return resultOf(cloud.send(host, id, ++generation, command).commandId());
  }

  private static CommandResult resultOf(String commandId) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                Stream.of(SOURCE, TARGET)
                    .flatMap(host -> cloud.reports(host, CommandResult.class).stream())
                    .filter(result -> result.commandId().equals(commandId))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private @Nullable InstanceObservation ensure(String host, NodeCommand command) throws Exception {
    CommandResult result = command(host, command);
    assertThat(result.outcome()).as(result.message()).isEqualTo(Outcome.DONE);
    return result.observation();
  }

  private Berth prepare() throws Exception {
    InstanceObservation ready = ensure(TARGET, new PrepareArrival(spec, SOURCE, 1));
    Berth berth = ready == null ? null : ready.berth();
    if (berth == null) {
      throw new AssertionError("no place was made: " + ready);
    }
    return berth;
  }

  private @Nullable Power lastPower(String host) {
    List<Inventory> inventories = cloud.reports(host, Inventory.class);
    return inventories.get(inventories.size() - 1).instances().stream()
        .filter(observation -> observation.instanceId().equals(id))
        .map(InstanceObservation::power)
        .findFirst()
        .orElse(null);
  }

  private void awaitPower(String host, @Nullable Power power) {
    await().atMost(LIMIT).until(() -> lastPower(host) == power);
  }

  private void awaitGuestSays(String command, String expected) {
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> expected.equals(source.ssh(key, address, command)));
  }

  private Process ping() throws Exception {
    return new ProcessBuilder(
            "ping", "-i", "0.2", "-c", Integer.toString(PINGS), "-W", "1", address)
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void runningGuestMovesWithItsDiskItsMemoryAndItsConnections() throws Exception {
    startInstance(1);
    awaitGuestSays("echo before > /root/before; sync; cat /root/before", "before");
    String boot = source.ssh(key, address, "cat /proc/sys/kernel/random/boot_id");
    source.ssh(
        key,
        address,
        "(n=0; until [ -e /root/stop ]; do n=$((n+1)); echo $n >> /root/during; sync; usleep"
            + " 100000; done) >/dev/null 2>&1 </dev/null &");
    Berth berth = prepare();
    Process pings = ping();
    ensure(SOURCE, new Depart(id, berth));
    awaitPower(TARGET, Power.RUNNING);
    awaitPower(SOURCE, Power.DEPARTED);
    String answers = new String(pings.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    long answered = answers.lines().filter(line -> line.contains("bytes from")).count();
    LOG.log(Level.INFO, "pings answered: {0} of {1}", answered, PINGS);
    assertThat(answered).as(answers).isGreaterThanOrEqualTo(PINGS - 2L);
    assertThat(source.virsh("list", "--name")).doesNotContain(id);
    assertThat(target.virsh("list", "--name")).contains(id);
    awaitGuestSays("cat /proc/sys/kernel/random/boot_id", String.valueOf(boot));
    awaitGuestSays("wget -q -O - http://169.254.169.254/latest/meta-data/instance-id", id);
    ensure(SOURCE, new EnsureAbsent(id));
    assertThat(source.state().resolve("instances").resolve(id)).doesNotExist();

    // What its new host starts from its own disk has everything, and the writer never stumbled.
    awaitGuestSays("touch /root/stop; sleep 1; sync; echo stopped", "stopped");
    ensure(TARGET, new NodeCommand.EnsureStopped(id, 0));
    ensure(TARGET, new EnsureRunning(spec));
    awaitGuestSays("cat /root/before", "before");
    awaitGuestSays(
        "awk 'NR != $1 {bad = 1} END {print (bad || NR < 10) ? \"hole\" : \"whole\"}' /root/during",
        "whole");
    ensure(TARGET, new EnsureAbsent(id));
  }

  @Test
  void cancelledMoveLeavesTheGuestWhereItWas() throws Exception {
    startInstance(2);
    prepare();
    ensure(TARGET, new CancelArrival(id));
    assertThat(target.virsh("list", "--all", "--name")).doesNotContain(id);
    assertThat(target.state().resolve("instances").resolve(id)).doesNotExist();
    ensure(SOURCE, new CancelDeparture(id, true));
    awaitGuestSays("echo here", "here");
    ensure(SOURCE, new EnsureAbsent(id));
  }

  @Test
  void arrivalThatIsCancelledInTheMiddleLeavesTheGuestWhereItWas() throws Exception {
    startInstance(5);
    Berth berth = prepare();
    // Slow enough to be met in the middle.
    source.virsh("migrate-setspeed", id, "4");
    CommandEnvelope departure = cloud.send(SOURCE, id, ++generation, new Depart(id, berth));
    await().atMost(LIMIT).until(() -> source.virsh("domjobinfo", id).contains("Unbounded"));
    await().atMost(LIMIT).until(() -> target.virsh("list", "--name").contains(id));
    ensure(TARGET, new CancelArrival(id));
    assertThat(target.virsh("list", "--all", "--name")).doesNotContain(id);
    assertThat(target.state().resolve("instances").resolve(id)).doesNotExist();
    assertThat(resultOf(departure.commandId()).outcome()).isEqualTo(Outcome.FAILED);
    ensure(SOURCE, new CancelDeparture(id, true));
    awaitGuestSays("echo here", "here");
    ensure(SOURCE, new EnsureAbsent(id));
  }

  @Test
  void hostThatIsNotAwaitedIsNotLetIn() throws Exception {
    startInstance(3);
    Berth berth = prepare();
    ensure(TARGET, new CancelArrival(id));
    CommandResult refused = command(SOURCE, new Depart(id, berth));
    assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
    awaitGuestSays("echo here", "here");
    ensure(SOURCE, new EnsureAbsent(id));
  }

  @Test
  void agentThatIsKilledWhileItSendsAnInstanceFindsOutHowItEnded() throws Exception {
    startInstance(4);
    Berth berth = prepare();
    cloud.send(SOURCE, id, ++generation, new Depart(id, berth));
    await().atMost(LIMIT).until(() -> source.virsh("domjobinfo", id).contains("Unbounded"));
    source.killAgent();
    source.startAgent();
    await()
        .atMost(LIMIT)
        .until(() -> lastPower(SOURCE) == Power.DEPARTED || isRunningOnly(source, target));
    boolean moved = lastPower(SOURCE) == Power.DEPARTED;
    if (!moved) {
      assertThat(cloud.reports(TARGET, Inventory.class))
          .flatExtracting(Inventory::instances)
          .filteredOn(seen -> seen.instanceId().equals(id))
          .extracting(InstanceObservation::power)
          .as("a broken arrival must not look like one")
          .doesNotContain(Power.RUNNING);
      ensure(TARGET, new CancelArrival(id));
      ensure(SOURCE, new CancelDeparture(id, true));
    }
    awaitGuestSays("echo here", "here");
    assertThat(isRunningOnly(moved ? target : source, moved ? source : target)).isTrue();
    ensure(SOURCE, new EnsureAbsent(id));
    ensure(TARGET, new EnsureAbsent(id));
  }

  private boolean isRunningOnly(Lab here, Lab there) throws Exception {
    return here.virsh("list", "--name", "--state-running").contains(id)
        && !there.virsh("list", "--name").contains(id);
  }
}
