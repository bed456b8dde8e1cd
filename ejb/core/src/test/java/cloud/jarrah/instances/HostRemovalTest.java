package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
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
}
