package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.transactions.Retrying;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What many callers and several servers may do at the same moment. */
class ConcurrencyTest {
  private static final int CALLERS = 8;

  private static TestDatabase database;
  private static ExecutorService threads;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    threads = Executors.newFixedThreadPool(CALLERS);
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void twoServersClaimDifferentInstancesWithoutWaiting() throws Exception {
    World world = new World(database, 1);
    new Owner(world).runs(4);
    CompletableFuture<List<String>> firstClaim = new CompletableFuture<>();
    CompletableFuture<Boolean> release = new CompletableFuture<>();
    Future<Boolean> first =
        threads.submit(
            () ->
                database
                    .transactions()
                    .requiresNew(
                        () -> {
                          firstClaim.complete(claim(world, 2));
                          return release.orTimeout(30, TimeUnit.SECONDS).join();
                        }));
    List<String> held = firstClaim.get(30, TimeUnit.SECONDS);
    // While those two are held, the others can be had at once.
    List<String> others =
        threads
            .submit(() -> database.transactions().requiresNew(() -> claim(world, 4)))
            .get(5, TimeUnit.SECONDS);
    release.complete(true);
    assertThat(first.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(held).hasSize(2);
    assertThat(others).doesNotContainAnyElementsOf(held);
    if (database.isPostgresql()) {
      // H2 sorts after locking and so holds more rows than it returns: one server's database.
      assertThat(others).hasSize(2);
    }
  }

  private static List<String> claim(World world, int limit) {
    return world.cloud().instances().claimDue(world.time().now(), limit).stream()
        .map(Instance::id)
        .toList();
  }

  @Test
  void callersOnANearlyFullCloudAreNeverPromisedTheSameRoom() throws Exception {
    World world = new World(database, 2);
    // Two hosts of 8 cores: 16 instances of one core fit, 24 are asked for.
    List<Future<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(threads.submit(() -> launchOneByOne(world, 3)));
    }
    int launched = 0;
    for (Future<Integer> caller : callers) {
      launched += caller.get(60, TimeUnit.SECONDS);
    }
    assertThat(launched).as("neither double bookings nor phantom refusals").isEqualTo(16);
    world.inTransaction(
        () -> {
          for (Host host : world.cloud().hosts().all()) {
            assertThat(host.room().used().cores()).as(host.name()).isEqualTo(8);
            assertThat(world.cloud().hosts().allocated(host.id())).isEqualTo(host.room().used());
          }
          return true;
        });
  }

  private static int launchOneByOne(World world, int times) {
    Owner owner = new Owner(world);
    int launched = 0;
    for (int i = 0; i < times; i++) {
      try {
        launched += new Retrying(database.transactions()).requiresNew(() -> owner.runs(1).size());
      } catch (ApiException refused) {
        assertThat(refused.code()).isEqualTo(ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY);
      }
    }
    return launched;
  }

  @Test
  void callersRacingWithOneTokenGetOneReservation() throws Exception {
    World world = new World(database, 2);
    RunInstancesRequest request = Owner.request(1, 1);
    request.clientToken = "one-token";
    Callable<String> call =
        () ->
            new Retrying(database.transactions())
                .requiresNew(() -> new Owner(world).run(request).reservationId);
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      calls.add(call);
    }
    Set<String> reservations = new HashSet<>();
    for (Future<String> answer : threads.invokeAll(calls, 60, TimeUnit.SECONDS)) {
      reservations.add(answerOf(answer));
    }
    assertThat(reservations).hasSize(1);
    assertThat(
            world.inTransaction(
                () ->
                    world
                        .cloud()
                        .instances()
                        .list("123456789012", EnumSet.allOf(InstanceState.class))))
        .hasSize(1);
  }

  private static String answerOf(Future<String> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }
}
