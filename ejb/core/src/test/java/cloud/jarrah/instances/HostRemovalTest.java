package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.hosts.control.Fence;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hosts that an administrator removes, and what is saved from going with them. */
class HostRemovalTest {
  private static TestDatabase database;

  @BeforeAll
  static void openDatabase() {
    database = TestDatabase.create();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  private static String runs(World world) {
    Owner owner = new Owner(world);
    String id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    return id;
  }

  private static String home(World world, String id) {
    return world.instance(id).hostId();
  }

  private static Migration last(World world, String id) {
    return world.inTransaction(() -> world.cloud().migrations().ofInstance(id)).get(0);
  }

  private static void failAndAreOff(World world, String... hosts) {
    List.of(hosts).forEach(world::silence);
    world.pass(Duration.ofSeconds(40));
    List.of(hosts).forEach(world.cloud()::confirmOff);
  }

  private static AbstractStringAssert<?> refused(ErrorCode code, ThrowingCallable removal) {
    return assertThatThrownBy(removal)
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(code, ApiException::code)
        .extracting(Throwable::getMessage)
        .asInstanceOf(InstanceOfAssertFactories.STRING);
  }

  @Test
  void hostThatALaunchTookMeanwhileIsNotRemovedByForceEither() {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    String host = world.hosts().iterator().next().id();
    for (boolean force : List.of(false, true)) {
      refused(
          force ? ErrorCode.OPERATION_NOT_PERMITTED : ErrorCode.DEPENDENCY_VIOLATION,
          () ->
              world
                  .cloud()
                  .removeHost(
                      host,
                      force,
                      () -> {
                        // In another transaction, which waits for whatever this one has locked.
                        List<String> ids =
                            CompletableFuture.supplyAsync(() -> owner.runs(1)).join();
                        ids.forEach(id -> assertThat(home(world, id)).isEqualTo(host));
                      }));
      String id = owner.sees().get(0).instanceId;
      owner.awaitsSettled(id, InstanceState.RUNNING);
      owner.terminates(id);
      owner.awaitsSettled(id, InstanceState.TERMINATED);
      world.pass(Duration.ofMinutes(62));
    }
  }

  @Test
  void instanceThatMayRunWhereItWasSentDoesNotEndWithTheHostThatItLeft() {
    World world = new World(database, 3);
    String id = runs(world);
    Migration move = world.cloud().migrate(id, null);
    world.until("it has left", () -> last(world, id).stage() == Migration.Stage.ACCEPTING);
    String source = move.sourceHost();
    world.silence(move.targetHost());
    failAndAreOff(world, source);

    refused(ErrorCode.DEPENDENCY_VIOLATION, () -> world.cloud().removeHost(source, true))
        .contains(id, "/admin/v1/hosts/" + move.targetHost() + "/confirm-off");

    world.speakAgain(move.targetHost());
    world.until("it is there", () -> home(world, id).equals(move.targetHost()));
    world.cloud().removeHost(source, true);
    new Owner(world).awaitsSettled(id, InstanceState.RUNNING);
    assertThat(world.host(move.targetHost()).power(id)).isEqualTo(Power.RUNNING);
  }

  @Test
  void instanceEndsWithItsHostIfTheOneThatItWasSentToIsOffToo() {
    World world = new World(database, 3);
    String id = runs(world);
    Migration move = world.cloud().migrate(id, null);
    world.until("it has left", () -> last(world, id).stage() == Migration.Stage.ACCEPTING);
    failAndAreOff(world, move.sourceHost(), move.targetHost());

    world.cloud().removeHost(move.sourceHost(), true);

    new Owner(world).awaitsSettled(id, InstanceState.TERMINATED);
  }

  @Test
  void instancesWhoseDisksAreSharedAreStartedElsewhereBeforeTheirHostIsRemoved() {
    World world = World.sharing(database, 2);
    Owner owner = new Owner(world);
    String starts = runs(world);
    String other = runs(world);
    String host = home(world, starts);
    String ends = home(world, other).equals(host) ? other : runs(world);
    assertThat(home(world, ends)).isEqualTo(host);
    for (String id : List.of(starts, ends)) {
      owner.stops(id);
      owner.awaitsSettled(id, InstanceState.STOPPED);
    }
    world.silence(host);
    world.pass(Duration.ofSeconds(40));
    refused(ErrorCode.OPERATION_NOT_PERMITTED, () -> world.cloud().removeHost(host, true))
        .contains("confirm-off");
    refused(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, () -> owner.starts(starts));
    world.cloud().confirmOff(host);
    refused(ErrorCode.DEPENDENCY_VIOLATION, () -> world.cloud().removeHost(host, true))
        .contains(starts, ends, "StartInstances", "terminate");

    owner.starts(starts);
    owner.awaitsSettled(starts, InstanceState.RUNNING);
    assertThat(home(world, starts)).isNotEqualTo(host);
    assertThat(world.host(home(world, starts)).spec(starts).diskExists()).isTrue();
    owner.terminates(ends);
    world.cloud().removeHost(host, true);

    owner.awaitsSettled(ends, InstanceState.TERMINATED);
    assertThat(owner.state(starts)).isEqualTo(InstanceState.RUNNING);
  }

  @Test
  void hostThatComesBackGivesUpWhatWasStartedElsewhere() {
    World world = World.sharing(database, 2);
    Owner owner = new Owner(world);
    String id = runs(world);
    String host = home(world, id);
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    failAndAreOff(world, host);
    owner.starts(id);
    owner.awaitsSettled(id, InstanceState.RUNNING);

    world.speakAgain(host);
    world.pass(Duration.ofMinutes(4));

    assertThat(world.host(host).power(id)).isEqualTo(Power.ABSENT);
    assertThat(owner.state(id)).isEqualTo(InstanceState.RUNNING);
    new Consistency(world).check(List.of(id));
  }

  @Test
  void hostThatComesBackLateGivesUpWhatHasEndedElsewhereAndIsForgotten() {
    World world = World.sharing(database, 2);
    Owner owner = new Owner(world);
    String id = runs(world);
    String host = home(world, id);
    world.fence(each -> Fence.Outcome.notConfirmed("no answer"));
    failAndAreOff(world, host);
    world.until(id + " moves", () -> !home(world, id).equals(host));
    owner.awaitsSettled(id, InstanceState.RUNNING);
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    world.pass(Duration.ofMinutes(62));
    assertThat(world.inTransaction(() -> world.cloud().instances().findForAdministrator(id)))
        .isEmpty();
    assertThat(world.host(host).power(id)).isEqualTo(Power.RUNNING);

    world.speakAgain(host);
    world.pass(Duration.ofMinutes(4));

    assertThat(world.host(host).power(id)).isEqualTo(Power.ABSENT);
  }

  @Test
  void instanceIsNotStartedElsewhereWithoutRoomThere() {
    World world = World.sharing(database, 2);
    Owner owner = new Owner(world);
    String id = runs(world);
    String host = home(world, id);
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    failAndAreOff(world, host);
    owner.runs(8);

    refused(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, () -> owner.starts(id));

    assertThat(owner.state(id)).isEqualTo(InstanceState.STOPPED);
  }
}
