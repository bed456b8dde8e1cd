package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hosts and servers that fail while hosts are emptied, or out of service. */
class MaintenanceFailureTest extends MaintenanceFixture {
  /** An empty host in maintenance, of three. */
  private World withMaintenance() {
    World world = world(3);
    world.cloud().maintenance().drain(first(world).id(), null);
    awaitsMaintenance(world, first(world));
    return world;
  }

  @Test
  void nothingIsStoppedRightAfterTheCloudWasDeaf() {
    World world = world(2);
    List<String> ids = run(world, 16);
    FakeHost host = first(world);
    world.time().advance(Duration.ofMinutes(10));
    world.cloud().watchHosts();
    world.cloud().maintenance().drain(host.id(), "STOP");
    world.report(host.heartbeat());
    world.pass(Duration.ofSeconds(40));
    assertThat(ids)
        .allSatisfy(id -> assertThat(world.instance(id).state()).isEqualTo(InstanceState.RUNNING));
  }

  @Test
  void hostThatDiesWhileItIsEmptiedIsFencedAndEmptiedOnWhenItIsBack() {
    World world = world(4);
    List<String> ids = run(world, 16);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.until("a move", () -> stages(world, host).contains("MOVING"));
    world.silence(host.id());
    world.until("it is off", () -> shown(world, host).standing().equals("FENCED"));
    assertThat(fenced).containsExactly(host.id());
    assertThat(duty(world, host)).isEqualTo("DRAINING");
    world.pass(Duration.ofMinutes(5));
    world.speakAgain(host.id());
    awaitsMaintenance(world, host);
    assertThat(on(world, host, ids)).isEmpty();
    ids.forEach(id -> new Owner(world).awaitsSettled(id, InstanceState.RUNNING));
    new Consistency(world).check(ids);
  }

  @Test
  void hostInMaintenanceMayFallSilent() {
    World world = withMaintenance();
    FakeHost host = first(world);
    world.silence(host.id());
    world.pass(Duration.ofMinutes(30));
    assertThat(fenced).isEmpty();
    assertThat(shown(world, host).standing()).isEqualTo("ACTIVE");
    world.speakAgain(host.id());
    world.cloud().maintenance().returns(host.id());
    assertThat(shown(world, host).duty()).isEqualTo("IN_SERVICE");
  }

  @Test
  void silenceOfAHostThatIsTakenBackCountsFromThen() {
    World world = withMaintenance();
    FakeHost host = first(world);
    world.silence(host.id());
    world.pass(Duration.ofMinutes(30));
    world.cloud().maintenance().returns(host.id());
    world.pass(Duration.ofSeconds(110));
    assertThat(fenced).isEmpty();
    world.pass(Duration.ofSeconds(30));
    assertThat(fenced).containsExactly(host.id());
  }

  @Test
  void hostsInMaintenanceDoNotHoldTheBrake() {
    World world = world(4);
    List<FakeHost> hosts = List.copyOf(world.hosts());
    hosts.subList(0, 2).forEach(host -> world.cloud().maintenance().drain(host.id(), null));
    hosts.subList(0, 2).forEach(host -> awaitsMaintenance(world, host));
    hosts.subList(0, 3).forEach(host -> world.silence(host.id()));
    world.pass(Duration.ofMinutes(4));
    assertThat(world.cloud().listHosts().brake()).isNull();
    assertThat(fenced).containsExactly(hosts.get(2).id());
  }

  @Test
  void anyServerGoesOnWhereAnotherStopped() {
    World world = world(3);
    List<String> ids = run(world, 12);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    int crashes = 0;
    while (!duty(world, host).equals("MAINTENANCE")) {
      world.pass(Duration.ofSeconds(7));
      world.crashServer();
      assertThat(++crashes).as(world.describe()).isLessThan(200);
    }
    assertThat(crashes).isGreaterThan(1);
    world.pass(Duration.ofMinutes(2));
    new Consistency(world).check(ids);
    ids.forEach(id -> new Owner(world).awaitsSettled(id, InstanceState.RUNNING));
  }
}
