package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.FakeHost;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Owners launch and start at the very moment at which a host is taken out of service. */
class MaintenanceRaceTest {
  private static final int CALLERS = 12;

  private static TestDatabase database;
  private static ExecutorService threads;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    threads = Executors.newFixedThreadPool(CALLERS + 1);
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
    database.close();
  }

  /** All at once; what is refused for lack of room is fine. */
  private static void race(List<Runnable> works) throws Exception {
    CyclicBarrier start = new CyclicBarrier(works.size());
    List<Callable<Boolean>> callers = new ArrayList<>();
    for (Runnable work : works) {
      callers.add(
          () -> {
            start.await(30, TimeUnit.SECONDS);
            try {
              work.run();
            } catch (ApiException refused) {
              assertThat(refused.code()).isEqualTo(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY);
            }
            return true;
          });
    }
    for (Future<Boolean> caller : threads.invokeAll(callers, 60, TimeUnit.SECONDS)) {
      caller.get();
    }
  }

  private static Demand taken(World world, FakeHost host) {
    return world.inTransaction(() -> world.cloud().hosts().allocated(host.id()));
  }

  @RepeatedTest(10)
  void noLaunchLandsOnAHostOnceItIsToBeEmptied() throws Exception {
    World world = new World(database, 2);
    FakeHost host = world.hosts().iterator().next();
    List<Demand> atDrain = new ArrayList<>();
    List<Runnable> works = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      works.add(() -> new Owner(world).runs(1));
    }
    works.add(
        () -> {
          world.cloud().maintenance().drain(host.id(), null);
          atDrain.add(taken(world, host));
        });
    race(works);
    assertThat(taken(world, host)).isEqualTo(atDrain.get(0));
  }

  @RepeatedTest(5)
  void nothingIsStartedOnAHostOnceItIsEmpty() throws Exception {
    World world = new World(database, 1);
    Owner owner = new Owner(world);
    FakeHost host = world.hosts().iterator().next();
    List<String> ids = owner.runs(4);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    ids.forEach(owner::stops);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.STOPPED));
    List<Runnable> works = new ArrayList<>();
    ids.forEach(id -> works.add(() -> owner.starts(id)));
    works.add(
        () -> {
          world.cloud().maintenance().drain(host.id(), null);
          world.cloud().maintenance().goOn();
        });
    race(works);
    long started =
        ids.stream().filter(id -> world.instance(id).wish().desired() == Desired.RUNNING).count();
    assertThat(world.cloud().maintenance().look(host.id()).duty())
        .isEqualTo(started == 0 ? "MAINTENANCE" : "DRAINING");
  }
}
