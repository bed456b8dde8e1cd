package cloud.jarrah.instances;

import cloud.jarrah.api.admin.DescribeHostDrainResponse;
import cloud.jarrah.api.admin.DescribeHostDrainResponse.Occupant;
import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Hosts that an administrator takes out of service, and the verbs of their tests. */
abstract class MaintenanceFixture {
  static TestDatabase database;

  final List<String> fenced = new ArrayList<>();

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  World warm(World world) {
    world.fence(
        id -> {
          fenced.add(id);
          world.host(id).losesPower();
          return Fence.Outcome.off("switched off");
        });
    world.pass(Duration.ofMinutes(3));
    return world;
  }

  World world(int hosts) {
    return warm(new World(database, hosts));
  }

  static List<String> run(World world, int count) {
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(count);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    return ids;
  }

  static List<String> on(World world, FakeHost host, List<String> ids) {
    return ids.stream().filter(id -> world.instance(id).hostId().equals(host.id())).toList();
  }

  static FakeHost first(World world) {
    return world.hosts().iterator().next();
  }

  static DescribeHostDrainResponse look(World world, FakeHost host) {
    return world.cloud().maintenance().look(host.id());
  }

  static String duty(World world, FakeHost host) {
    return look(world, host).duty();
  }

  static ListHostsResponse.Host shown(World world, FakeHost host) {
    return world.cloud().shownHost(host.id());
  }

  static void awaitsMaintenance(World world, FakeHost host) {
    world.until("maintenance", () -> duty(world, host).equals("MAINTENANCE"));
  }

  static List<String> stages(World world, FakeHost host) {
    return look(world, host).instances().stream().map(Occupant::stage).toList();
  }
}
