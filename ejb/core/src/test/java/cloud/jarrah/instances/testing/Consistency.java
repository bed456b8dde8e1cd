package cloud.jarrah.instances.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.node.InstanceObservation.Power;
import java.util.List;

/** What must hold whenever the cloud has come to rest. */
public final class Consistency {
  private final World world;

  public Consistency(World world) {
    this.world = world;
  }

  /** Checks instances against hosts, allocations against both, and what counts against limits. */
  public void check(List<String> instances) {
    for (String id : instances) {
      checkInstance(world.instance(id));
    }
    checkUsage("instances", "count(i)");
    checkUsage("vcpus", "coalesce(sum(i.size.vcpus), 0)");
    for (FakeHost host : world.hosts()) {
      world.inTransaction(
          () -> {
            Host row = world.cloud().hosts().find(host.id()).orElseThrow();
            assertThat(row.room().used())
                .as("used figures of %s; %s", host.id(), world.describe())
                .isEqualTo(world.cloud().hosts().allocated(host.id()));
            return row;
          });
      for (String present : host.present()) {
        assertThat(world.instance(present).state())
            .as("%s is on %s; %s", present, host.id(), world.describe())
            .isNotEqualTo(InstanceState.TERMINATED);
        assertThat(world.instance(present).hostId())
            .as("home of %s, which is on %s; %s", present, host.id(), world.describe())
            .isEqualTo(host.id());
      }
    }
  }

  private void checkUsage(String quota, String sum) {
    String entered =
        "select coalesce(sum(e.amount), 0) from UsageEntry e where e.quota = '" + quota + "'";
    String there = "select " + sum + " from Instance i where i.terminatedAt is null";
    assertThat(world.<Long>inTransaction(() -> world.cloud().figure(entered)))
        .as("%s entered as used; %s", quota, world.describe())
        .isEqualTo(world.<Long>inTransaction(() -> world.cloud().figure(there)));
  }

  private void checkInstance(Instance instance) {
    String story = instance.id() + " is " + instance.state() + "; " + world.describe();
    Power power = world.host(instance.hostId()).power(instance.id());
    Demand held =
        world.inTransaction(
            () ->
                world
                    .cloud()
                    .hosts()
                    .allocation(instance.id())
                    .map(allocation -> allocation.demand())
                    .orElse(Demand.NONE));
    switch (instance.state()) {
      case RUNNING -> {
        assertThat(power).as(story).isEqualTo(Power.RUNNING);
        assertThat(held).as(story).isEqualTo(instance.demand());
      }
      case STOPPED -> {
        assertThat(power).as(story).isIn(Power.OFF, Power.GUEST_OFF, Power.CRASHED);
        assertThat(held).as(story).isEqualTo(instance.demand().diskOnly());
      }
      case TERMINATED -> {
        assertThat(power).as(story).isEqualTo(Power.ABSENT);
        assertThat(held).as(story).isEqualTo(Demand.NONE);
      }
      default -> throw new AssertionError("not at rest: " + story);
    }
  }
}
