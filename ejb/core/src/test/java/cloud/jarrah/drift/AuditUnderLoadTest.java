package cloud.jarrah.drift;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.transactions.Retrying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An audit sees a cloud in motion, and must not take its motion for drift. */
class AuditUnderLoadTest {
  private static final int CALLERS = 3;
  private static final int ROUNDS = 80;

  @Test
  void launchesAndTerminationsMeanwhileAreNoDrift() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try (TestDatabase database = TestDatabase.create()) {
      World world = new World(database, 4);
      Auditor auditor = new Auditor(database, world, true);
      AtomicInteger busy = new AtomicInteger(CALLERS);
      List<Future<List<String>>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int seed = caller;
        callers.add(threads.submit(() -> use(database, world, seed, busy)));
      }
      int looks = 0;
      while (busy.get() > 0) {
        auditor.looks();
        // As if a run had taken as long as two runs are apart: every race has its second look.
        world.time().advance(Duration.ofSeconds(60));
        looks++;
        for (int move = 0; move < 5; move++) {
          world.move();
        }
      }
      List<String> launched = new ArrayList<>();
      for (Future<List<String>> caller : callers) {
        launched.addAll(caller.get(60, TimeUnit.SECONDS));
      }
      assertThat(looks).isGreaterThan(3);
      assertThat(launched).isNotEmpty();
      assertThat(auditor.results()).isEmpty();
      launched.removeIf(id -> gone(world, id));
      launched.forEach(new Owner(world)::awaitsRest);
      auditor.looksTwice();
      assertThat(auditor.results()).isEmpty();
      launched.removeIf(id -> gone(world, id));
      new Consistency(world).check(launched);
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean gone(World world, String id) {
    return world
        .inTransaction(() -> world.cloud().instances().findForAdministrator(id))
        .filter(i -> i.state() != InstanceState.TERMINATED)
        .isEmpty();
  }

  private static List<String> use(
      TestDatabase database, World world, int seed, AtomicInteger busy) {
    Random random = new Random(seed);
    Owner owner = new Owner(world);
    Retrying retrying = new Retrying(database.transactions());
    List<String> launched = new ArrayList<>();
    try {
      for (int round = 0; round < ROUNDS; round++) {
        try {
          launched.addAll(retrying.requiresNew(() -> owner.runs(1 + random.nextInt(3))));
          String id = launched.get(random.nextInt(launched.size()));
          retrying.requiresNew(
              () -> {
                owner.terminates(id);
                return id;
              });
        } catch (ApiException refused) {
          // Full, or purged already: fine.
        }
      }
      return launched;
    } finally {
      busy.decrementAndGet();
    }
  }
}
