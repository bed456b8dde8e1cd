package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.admin.DescribeHostDrainResponse;
import cloud.jarrah.api.admin.DescribeHostDrainResponse.Occupant;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.Statements;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Hosts that are emptied, taken out of service, and taken back. */
class MaintenanceTest extends MaintenanceFixture {
  @Test
  void drainMovesAllThatRunsTwoAtOnceAndThenTheHostIsInMaintenance() {
    World world = world(3);
    List<String> ids = run(world, 12);
    FakeHost host = first(world);
    assertThat(on(world, host, ids)).hasSizeGreaterThan(2);
    world.cloud().maintenance().drain(host.id(), null);
    world.until(
        "maintenance",
        () -> {
          long moving =
              look(world, host).instances().stream()
                  .filter(each -> each.stage().equals("MOVING"))
                  .filter(each -> on(world, host, List.of(each.instanceId())).size() == 1)
                  .count();
          assertThat(moving).as(world.describe()).isLessThanOrEqualTo(2);
          return duty(world, host).equals("MAINTENANCE");
        });
    assertThat(on(world, host, ids)).isEmpty();
    assertThat(host.present()).isEmpty();
    assertThat(look(world, host).instances()).isEmpty();
    for (String id : ids) {
      assertThat(world.instance(id).state()).isEqualTo(InstanceState.RUNNING);
      assertThat(world.hosts().stream().mapToInt(each -> each.boots(id)).sum()).isEqualTo(1);
    }
    new Consistency(world).check(ids);
  }

  @Test
  void drainAskedForTwiceChangesNothingButTheRest() {
    World world = world(2);
    FakeHost host = first(world);
    var first = world.cloud().maintenance().drain(host.id(), null);
    var since = shown(world, host).dutySince();
    world.time().advance(Duration.ofSeconds(1));
    var second = world.cloud().maintenance().drain(host.id(), "STOP");
    assertThat(first.rest()).isEqualTo("LEAVE");
    assertThat(second.duty()).isEqualTo("DRAINING");
    assertThat(second.rest()).isEqualTo("STOP");
    assertThat(shown(world, host).dutySince()).isEqualTo(since);
    assertThat(shown(world, host).dutyBy()).startsWith("request-");
  }

  @Test
  void unknownRestIsRefused() {
    World world = world(1);
    assertThatThrownBy(() -> world.cloud().maintenance().drain(first(world).id(), "KILL"))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.INVALID_PARAMETER_VALUE, ApiException::code);
  }

  @Test
  void whatFindsNoRoomIsLeftWithTheReasonAndMovesOnceThereIs() {
    World world = world(2);
    List<String> ids = run(world, 16);
    Owner owner = new Owner(world);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), "LEAVE");
    world.pass(Duration.ofMinutes(3));
    DescribeHostDrainResponse seen = look(world, host);
    assertThat(seen.duty()).isEqualTo("DRAINING");
    assertThat(seen.left()).isEqualTo(8);
    assertThat(seen.instances())
        .allSatisfy(each -> assertThat(each.stage()).isEqualTo("LEFT"))
        .extracting(Occupant::reason)
        .containsOnly("no other host has room for it");
    ids.stream()
        .filter(id -> !world.instance(id).hostId().equals(host.id()))
        .forEach(owner::terminates);
    awaitsMaintenance(world, host);
  }

  @Test
  void whatFindsNoRoomIsStoppedIfAskedForAndKeepsItsDiskThere() {
    World world = world(2);
    List<String> ids = run(world, 16);
    FakeHost host = first(world);
    List<String> there = on(world, host, ids);
    world.cloud().maintenance().drain(host.id(), "STOP");
    awaitsMaintenance(world, host);
    for (String id : there) {
      assertThat(world.instance(id).state()).isEqualTo(InstanceState.STOPPED);
      assertThat(world.instance(id).hostId()).isEqualTo(host.id());
      assertThat(world.instance(id).reason())
          .isNotNull()
          .extracting(Reason::code)
          .isEqualTo("Server.ScheduledStop");
    }
    assertThat(look(world, host).left()).isZero();
    assertThat(look(world, host).instances()).hasSize(8);
    String id = there.get(0);
    Owner owner = new Owner(world);
    assertThatThrownBy(() -> owner.starts(id))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, ApiException::code)
        .extracting(Throwable::getMessage)
        .asString()
        .contains("out of service for maintenance");
    world.cloud().maintenance().returns(host.id());
    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);
  }

  @Test
  void whatLiesOnSharedStorageIsLeftOrStopped() {
    World world = warm(World.sharing(database, 2));
    List<String> ids = run(world, 4);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.pass(Duration.ofMinutes(1));
    assertThat(look(world, host).instances())
        .hasSameSizeAs(on(world, host, ids))
        .allSatisfy(each -> assertThat(each.stage()).isEqualTo("LEFT"))
        .allSatisfy(each -> assertThat(each.reason()).contains("storage that hosts share"));
    world.cloud().maintenance().drain(host.id(), "STOP");
    awaitsMaintenance(world, host);
  }

  @Test
  void anAgentThatIsTooOldIsSaid() {
    World world = world(2);
    run(world, 4);
    FakeHost host = first(world);
    host.isOld(true);
    world.report(host.inventory());
    world.pass(Duration.ofSeconds(5));
    world.cloud().maintenance().drain(host.id(), null);
    assertThat(look(world, host).instances())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.reason()).contains("too old"));
  }

  @Test
  void hostIsEmptiedOntoThoseWhoseAgentsAreNewEnough() {
    World world = world(3);
    List<String> ids = run(world, 3);
    FakeHost host = first(world);
    FakeHost old = List.copyOf(world.hosts()).get(1);
    old.isOld(true);
    world.report(old.inventory());
    world.pass(Duration.ofSeconds(5));
    List<String> before = on(world, old, ids);
    assertThat(on(world, host, ids)).isNotEmpty();

    world.cloud().maintenance().drain(host.id(), null);
    awaitsMaintenance(world, host);

    assertThat(on(world, old, ids)).isEqualTo(before);
  }

  @Test
  void lookAtManyInstancesTakesNoMoreStatementsThanAtFew() {
    World world = world(2);
    FakeHost host = first(world);
    run(world, 4);
    long few = Statements.of(database, () -> look(world, host));
    run(world, 8);
    assertThat(look(world, host).instances()).hasSize(6);
    assertThat(Statements.of(database, () -> look(world, host))).isEqualTo(few);
  }

  @Test
  void returnCallsOffWhatHasNotBegun() {
    World world = world(2);
    List<String> ids = run(world, 8);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    world.until("two moves", () -> stages(world, host).contains("MOVING"));
    world.cloud().maintenance().returns(host.id());
    world.pass(Duration.ofMinutes(3));
    assertThat(on(world, host, ids)).hasSize(2);
    assertThat(duty(world, host)).isEqualTo("IN_SERVICE");
    new Consistency(world).check(ids);
    assertThat(new Owner(world).runs(2)).hasSize(2);
  }

  @Test
  void nothingNewComesToAHostThatIsEmptied() {
    World world = world(2);
    FakeHost host = first(world);
    world.cloud().maintenance().drain(host.id(), null);
    List<String> ids = run(world, 8);
    assertThat(on(world, host, ids)).isEmpty();
    assertThatThrownBy(() -> run(world, 1))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("1 out of service");
    assertThatThrownBy(() -> world.cloud().migrate(ids.get(0), host.id()))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("out of service");
  }
}
