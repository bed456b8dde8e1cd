package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
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

  private static String home(World world, String id) {
    return world.instance(id).hostId();
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
}
