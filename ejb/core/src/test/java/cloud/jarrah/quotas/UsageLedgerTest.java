package cloud.jarrah.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.quotas.control.UsageLedger;
import cloud.jarrah.quotas.entity.UsageEntry;
import cloud.jarrah.quotas.entity.UsageRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sums of entries, whoever enters and sums up at the same time. */
class UsageLedgerTest {
  private static final String ALICE = "111111111111";
  private static final String BOB = "222222222222";

  private final TestDatabase database = TestDatabase.create();
  private final UsageLedger ledger = ledger();

  private UsageLedger ledger() {
    return new UsageLedger(new UsageRepository(database.entityManager()), database.transactions());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void anAccountUsesTheSumOfWhatWasEnteredForIt() {
    enter(ALICE, "instances", 3);
    enter(ALICE, "instances", -1);
    enter(ALICE, "bytes", 5_000_000_000L);
    enter(BOB, "instances", 7);
    assertThat(used(ALICE)).isEqualTo(Map.of("instances", 2L, "bytes", 5_000_000_000L));
    assertThat(used(BOB)).isEqualTo(Map.of("instances", 7L));
    assertThat(used("333333333333")).isEmpty();
  }

  @Test
  void nothingIsEnteredForNoChange() {
    enter(ALICE, "instances", 0);
    assertThat(entries()).isZero();
  }

  @Test
  void summingUpMakesOneEntryAndChangesNoSum() {
    for (int i = 0; i < 30; i++) {
      enter(ALICE, "instances", i);
      enter(BOB, "instances", 1);
    }
    ledger.sumUp();
    assertThat(entries()).isEqualTo(2);
    assertThat(used(ALICE)).isEqualTo(Map.of("instances", 435L));
    assertThat(used(BOB)).isEqualTo(Map.of("instances", 30L));
  }

  @Test
  void shortListsAreLeftAsTheyAre() {
    enter(ALICE, "instances", 1);
    enter(ALICE, "instances", 1);
    ledger.sumUp();
    assertThat(entries()).isEqualTo(2);
  }

  @Test
  void nothingIsLostOrDoubledByTwoWhoSumUpWhileOthersEnter()
      throws ExecutionException, InterruptedException, TimeoutException {
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int worker = 0; worker < 2; worker++) {
        work.add(workers.submit(() -> repeat(300, () -> enter(ALICE, "instances", 1))));
        work.add(workers.submit(() -> repeat(30, ledger()::sumUp)));
      }
      for (Future<?> each : work) {
        each.get(1, TimeUnit.MINUTES);
      }
    } finally {
      workers.shutdownNow();
    }
    assertThat(used(ALICE)).isEqualTo(Map.of("instances", 600L));
    ledger.sumUp();
    assertThat(used(ALICE)).isEqualTo(Map.of("instances", 600L));
    assertThat(entries()).isLessThanOrEqualTo(20);
  }

  private static void repeat(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }

  private void enter(String account, String quota, long amount) {
    database.transactions().run(() -> ledger.enter(account, quota, amount));
  }

  private Map<String, Long> used(String account) {
    return database.transactions().requiresNew(() -> ledger.used(account));
  }

  private int entries() {
    return database
        .transactions()
        .requiresNew(
            () ->
                database
                    .entityManager()
                    .createQuery("select e from UsageEntry e", UsageEntry.class)
                    .getResultList()
                    .size());
  }
}
