package cloud.jarrah.platform.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.ids.RandomIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.time.DatabaseTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private static final Duration TEN = Duration.ofSeconds(10);

  private final TestDatabase db = TestDatabase.create();
  private final SettableTime time = new SettableTime();
  private final Leases first = server("n1", time);
  private final Leases second = server("n2", time);

  @AfterEach
  void close() {
    db.close();
  }

  private Leases server(String node, DatabaseTime clock) {
    Settings settings =
        new Settings(name -> Optional.of(node).filter(n -> name.equals("jboss.node.name")));
    return new Leases(db.entityManager(), db.transactions(), clock, new RandomIds(), settings);
  }

  @Test
  void whileOneHoldsItTheOthersDoNot() {
    Lease held = first.hold("audit", TEN).orElseThrow();
    time.advance(Duration.ofSeconds(9));

    assertThat(second.hold("audit", TEN)).isEmpty();
    assertThat(second.hold("other", TEN)).isPresent();
    assertThat(held.owner()).startsWith("n1/start-");
    assertThat(held.epoch()).isEqualTo(1);
  }

  @Test
  void theOwnerKeepsItsEpochAsLongAsItIsInTime() {
    Lease held = first.hold("audit", TEN).orElseThrow();
    for (int i = 0; i < 5; i++) {
      time.advance(Duration.ofSeconds(9));
      assertThat(first.hold("audit", TEN)).contains(held);
    }
  }

  @Test
  void aLapsedLeaseGoesToTheNextWithAHigherEpoch() {
    first.hold("audit", TEN);
    time.advance(TEN);

    assertThat(second.hold("audit", TEN).orElseThrow().epoch()).isEqualTo(2);
    assertThat(first.hold("audit", TEN)).isEmpty();
  }

  @Test
  void anOwnerThatWasLateIsANewOwner() {
    Lease before = first.hold("audit", TEN).orElseThrow();
    time.advance(TEN);
    Lease after = first.hold("audit", TEN).orElseThrow();

    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.epoch()).isEqualTo(2);
    assertThatThrownBy(() -> write(first, before)).isInstanceOf(LeaseLostException.class);
    write(first, after);
  }

  @Test
  void aServerThatStartsAgainIsAnother() {
    first.hold("audit", TEN);

    assertThat(server("n1", time).hold("audit", TEN)).isEmpty();
  }

  @Test
  void anOwnerThatWasPausedWritesNothing() {
    Lease paused = first.hold("audit", TEN).orElseThrow();
    time.advance(Duration.ofMinutes(5));

    assertThatThrownBy(() -> write(first, paused))
        .as("lapsed, and nobody has taken it yet")
        .isInstanceOf(LeaseLostException.class)
        .hasMessageContaining("'audit' of epoch 1");
    second.hold("audit", TEN);
    assertThatThrownBy(() -> write(first, paused)).isInstanceOf(LeaseLostException.class);
    assertThat(second.hold("written", TEN)).as("nothing was written").isPresent();
  }

  @Test
  void anOwnersOpenTransactionKeepsOthersOut() {
    Lease held = first.hold("audit", TEN).orElseThrow();

    db.transactions()
        .run(
            () -> {
              first.requireCurrent(held);
              // The owner stops here, for longer than its lease; what it wrote can still commit.
              time.advance(Duration.ofMinutes(5));
              assertThat(second.hold("audit", TEN)).isEmpty();
            });

    assertThat(second.hold("audit", TEN).orElseThrow().epoch()).isEqualTo(2);
  }

  @Test
  void aLeaseThatNeverWasIsNotHeld() {
    assertThatThrownBy(() -> write(first, new Lease("none", "n1", 1)))
        .isInstanceOf(LeaseLostException.class);
  }

  @Test
  void aLeaseThatEndsTooFarAheadIsOverAndItsOwnerLosesIt() {
    Lease before = first.hold("audit", TEN).orElseThrow();
    // The database's clock is set back.
    time.advance(Duration.ofHours(-1));

    assertThatThrownBy(() -> write(first, before)).isInstanceOf(LeaseLostException.class);
    assertThat(second.hold("audit", TEN).orElseThrow().epoch()).isEqualTo(2);
    assertThatThrownBy(() -> second.hold("audit", Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoAsksInVainIsNotInTheOwnersWay() {
    Lease held = first.hold("audit", TEN).orElseThrow();
    List<Optional<Lease>> kept = new ArrayList<>();
    // Each time the other server looks at the clock, in its transaction, the owner keeps its lease.
    Leases asking =
        server(
            "n2",
            () -> {
              kept.add(first.hold("audit", TEN));
              return time.now();
            });

    assertThat(asking.hold("audit", TEN)).isEmpty();

    assertThat(kept).isNotEmpty().allMatch(Optional.of(held)::equals);
  }

  @Test
  void ofManyThatAskAtOnceOneGetsIt() throws InterruptedException, ExecutionException {
    List<Lease> got = race(16, "fresh");
    assertThat(got).hasSize(1);
    time.advance(TEN);

    List<Lease> again = race(16, "fresh");

    assertThat(again).hasSize(1);
    assertThat(again.get(0).epoch()).isEqualTo(2);
  }

  @Test
  void theClockIsTheDatabases() {
    Leases real = server("n3", db.time());
    real.hold("short", Duration.ofMillis(1));
    Lease held = real.hold("long", Duration.ofMinutes(5)).orElseThrow();

    assertThat(held.epoch()).isEqualTo(1);
    write(real, held);
    assertThat(server("n4", db.time()).hold("long", TEN)).isEmpty();
  }

  private List<Lease> race(int servers, String name)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(servers);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Optional<Lease>>> asked = new ArrayList<>();
      for (int i = 0; i < servers; i++) {
        Leases server = server("n" + i, time);
        Callable<Optional<Lease>> ask =
            () -> {
              start.await();
              return server.hold(name, TEN);
            };
        asked.add(threads.submit(ask));
      }
      start.countDown();
      List<Lease> got = new ArrayList<>();
      for (Future<Optional<Lease>> one : asked) {
        one.get().ifPresent(got::add);
      }
      return got;
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  /** Leaves a row behind if it commits. */
  private void write(Leases server, Lease lease) {
    db.transactions()
        .run(
            () -> {
              db.entityManager()
                  .persist(new LeaseRow("written", lease.owner(), time.now().plus(TEN)));
              server.requireCurrent(lease);
            });
  }
}
