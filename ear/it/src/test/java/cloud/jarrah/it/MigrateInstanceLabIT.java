package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.AdminApi;
import cloud.jarrah.it.cloud.Daemons;
import cloud.jarrah.it.cloud.Footprint;
import cloud.jarrah.it.cloud.LabHost;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.MarkedGuest;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.Pings;
import cloud.jarrah.it.tools.Waiting;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real guest changes its host by its administrator's word. */
class MigrateInstanceLabIT {
  private static final System.Logger LOG = System.getLogger(MigrateInstanceLabIT.class.getName());
  private static final TestedCloud CLOUD = TestedCloud.current();
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int PINGS = 50;
  private static final int MOST_LOST = 2;

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "movers");

  private final Daemons daemons = new Daemons(CLOUD);
  private final AdminApi admin = AdminApi.of(CLOUD);
  private final Machines machines = TENANT.machines();

  @BeforeEach
  void needsTwoRealHosts() {
    CLOUD.requireLabHosts();
    assertThat(LabHost.all(CLOUD)).hasSizeGreaterThan(1);
  }

  /** A test that fails half-way must not take the next one with it. */
  @AfterEach
  void repair() {
    if (CLOUD.hasLabHosts() && !CLOUD.jarrah("status").succeeded()) {
      CLOUD.upAgain();
    }
  }

  /** A guest with a mark on its disk, and somebody in it who goes on writing there. */
  private static MarkedGuest traveller(Path directory, String keyName) {
    MarkedGuest traveller = MarkedGuest.launch(TENANT, keyName, directory);
    traveller
        .ssh()
        .print(
            "(n=0; until [ -e /root/enough ]; do n=$((n+1)); echo $n >> /root/diary; sync;"
                + " usleep 100000; done) > /dev/null 2>&1 < /dev/null &");
    return traveller;
  }

  /** In the guest, and with what was written during the move. */
  private static void assertWhole(MarkedGuest traveller) {
    traveller.assertMarked();
    assertThat(
            traveller
                .ssh()
                .print("awk 'NR != $1 {bad = 1} END {print (bad || NR < 10) + 0}' /root/diary"))
        .as("a line is missing in what it wrote")
        .isEqualTo("0");
  }

  private LabHost host(String instanceId) {
    return LabHost.named(CLOUD, admin.hostOf(instanceId));
  }

  private List<String> hostsThatRun(String instanceId) {
    return LabHost.all(CLOUD).stream()
        .filter(host -> host.virsh("list", "--name").lines().anyMatch(instanceId::equals))
        .map(LabHost::name)
        .toList();
  }

  @Test
  void runningGuestMovesAndItsOwnerDoesNotNotice(@TempDir Path directory) {
    MarkedGuest traveller = traveller(directory, "mover");
    Footprint before = Footprint.of(CLOUD, traveller.machine());
    Pings pings =
        Pings.to(traveller.machine().address(), "jr" + CLOUD.setting("LAB_ID") + "-out", directory);
    Set<String> states = new TreeSet<>();
    long begun = System.nanoTime();
    String target = admin.migrate(traveller.id());
    Waiting.until(
        traveller.id() + " is on " + target + " alone",
        LIMIT,
        () -> {
          states.add(machines.see(traveller.id()).state());
          return hostsThatRun(traveller.id());
        },
        List.of(target)::equals);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    before.awaitGoneFromHost();
    states.add(machines.see(traveller.id()).state());
    awaitEnough(begun);
    Pings.Count count = pings.end();
    LOG.log(Level.INFO, "moved after {0} ms, {1}", took.toMillis(), count);
    assertThat(states).containsExactly("running");
    assertThat(count.sent()).isGreaterThanOrEqualTo(PINGS);
    assertThat(count.mostLostOf(PINGS)).as("%s", count).isLessThanOrEqualTo(MOST_LOST);
    assertThat(host(traveller.id()).name()).isEqualTo(target);
    assertThat(traveller.bootNow()).isEqualTo(traveller.boot());
    livesOn(traveller);
  }

  /** Five pings a second. */
  private static void awaitEnough(long begun) {
    Duration needed = Duration.ofMillis(200L * (PINGS + 5));
    Waiting.until(
        "enough pings",
        needed.plusSeconds(5),
        () -> Duration.ofNanos(System.nanoTime() - begun),
        time -> time.compareTo(needed) > 0);
  }

  /** It can be stopped, started and terminated where it is now. */
  private void livesOn(MarkedGuest traveller) {
    traveller.ssh().print("touch /root/enough; sleep 1; sync");
    machines.tell("StopInstances", traveller.id());
    machines.await(traveller.id(), "stopped");
    machines.tell("StartInstances", traveller.id());
    machines.await(traveller.id(), "running");
    traveller.ssh().awaitLogin(Machines.LIMIT);
    assertWhole(traveller);
    Footprint after = Footprint.of(CLOUD, traveller.machine());
    machines.tell("TerminateInstances", traveller.id());
    machines.await(traveller.id(), "terminated");
    after.awaitGone();
  }

  @Test
  void targetsAgentThatIsKilledInTheMiddleOfAMoveDoesNotMatter(@TempDir Path directory) {
    MarkedGuest traveller = traveller(directory, "unlucky");
    LabHost source = host(traveller.id());
    killTargetsAgentInTheMiddle(traveller, source);
    long begun = System.nanoTime();
    String where =
        Waiting.until(
            traveller.id() + " runs once, where the cloud says",
            LIMIT,
            () -> isDecided(traveller) ? admin.hostOf(traveller.id()) : "",
            host -> hostsThatRun(traveller.id()).equals(List.of(host)));
    LOG.log(
        Level.INFO,
        "it is on the {0}, {1} ms after the agent was back",
        where.equals(source.name()) ? "source" : "target",
        Duration.ofNanos(System.nanoTime() - begun).toMillis());
    assertThat(machines.see(traveller.id()).state()).isEqualTo("running");
    assertThat(traveller.bootNow()).isEqualTo(traveller.boot());
    moveAgain(traveller);
    livesOn(traveller);
  }

  private void killTargetsAgentInTheMiddle(MarkedGuest traveller, LabHost source) {
    // Slow enough to be met in the middle.
    source.virsh("migrate-setspeed", traveller.id(), "4");
    String target = admin.migrate(traveller.id());
    Waiting.until(
        traveller.id() + " is on its way",
        LIMIT,
        () -> source.virsh("domjobinfo", traveller.id()),
        job -> job.contains("Unbounded"));
    Daemons.kill(daemons.pid(target));
    CLOUD.upAgain();
  }

  /** Nothing of the first move stands in the way of the next. */
  private void moveAgain(MarkedGuest traveller) {
    host(traveller.id()).virsh("migrate-setspeed", traveller.id(), "1000");
    String next =
        Waiting.until(
            "the next move begins",
            LIMIT,
            () -> admin.migrate(traveller.id()),
            host -> !host.isEmpty());
    Waiting.until(
        traveller.id() + " is on " + next + " alone",
        LIMIT,
        () -> hostsThatRun(traveller.id()),
        List.of(next)::equals);
  }

  /** Nothing is left of it but where it runs. */
  private boolean isDecided(MarkedGuest traveller) {
    return LabHost.all(CLOUD).stream()
            .filter(host -> host.domains().contains(traveller.id()))
            .count()
        == 1;
  }
}
