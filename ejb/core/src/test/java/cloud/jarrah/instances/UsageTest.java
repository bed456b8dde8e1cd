package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What instances are entered as, from their launch to their end. */
class UsageTest {
  private final TestDatabase database = TestDatabase.create();
  private final World world = new World(database, 2);
  private final Owner owner = new Owner(world);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void stoppedInstancesCountAndTerminatedOnesDoNot() {
    List<String> ids = owner.runs(3);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    assertUsed(3, 3);
    owner.stops(ids.get(0));
    owner.awaitsSettled(ids.get(0), InstanceState.STOPPED);
    assertUsed(3, 3);
    owner.terminates(ids.get(1));
    owner.awaitsSettled(ids.get(1), InstanceState.TERMINATED);
    assertUsed(2, 2);
    new Consistency(world).check(ids);
  }

  @Test
  void anotherTypeHasOtherProcessors() {
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    owner.resizes(id, "m1.large");
    assertUsed(1, 2);
    owner.resizes(id, "m1.small");
    assertUsed(1, 1);
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    assertUsed(0, 0);
  }

  private void assertUsed(long instances, long vcpus) {
    assertThat(List.of(used("instances"), used("vcpus"))).isEqualTo(List.of(instances, vcpus));
  }

  private long used(String quota) {
    return world.inTransaction(
        () ->
            world
                .cloud()
                .figure("select sum(e.amount) from UsageEntry e where e.quota = '" + quota + "'"));
  }
}
