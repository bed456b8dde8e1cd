package cloud.jarrah.instances.testing;

import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Worlds whose idle hosts sleep, and what is seen of them. */
public final class SleepingHosts {
  private final TestDatabase database;
  private final List<String> fenced = new ArrayList<>();

  public SleepingHosts(TestDatabase database) {
    this.database = database;
  }

  public World world(int hosts, int spare) {
    World world = new World(database, hosts);
    world.fence(
        id -> {
          fenced.add(id);
          return Fence.Outcome.off("switched off");
        });
    world.pass(Duration.ofMinutes(3));
    world.waker().savesPower(world, spare);
    return world;
  }

  /** All but so many sleep. */
  public World asleep(int hosts, int spare) {
    World world = world(hosts, spare);
    world.until("they sleep", () -> sleeping(world).size() == hosts - spare);
    return world;
  }

  public static List<String> sleeping(World world) {
    return world.hosts().stream()
        .filter(host -> host.slumber().asleep())
        .map(FakeHost::id)
        .toList();
  }

  public static ListHostsResponse.Host shown(World world, String hostId) {
    return world.cloud().shownHost(hostId);
  }

  public static List<String> run(World world, int count) {
    Owner owner = new Owner(world);
    List<String> ids = owner.runs(count);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    return ids;
  }

  public static FakeHost first(World world) {
    return world.hosts().iterator().next();
  }

  /** Hosts that were switched off. */
  public List<String> fenced() {
    return fenced;
  }
}
