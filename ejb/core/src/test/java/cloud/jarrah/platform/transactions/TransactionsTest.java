package cloud.jarrah.platform.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.platform.testing.TestDatabase;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TransactionsTest {
  private static final TestDatabase DB = TestDatabase.create();

  @AfterAll
  static void close() {
    DB.close();
  }

  @Test
  void timeIsTheDatabasesInWholeMicroseconds() {
    Instant now = DB.transactions().requiresNew(() -> DB.time().now());
    assertThat(now)
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now().plusSeconds(60));
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void workAfterCommitNeverFollowsARollback() {
    List<String> done = new ArrayList<>();
    DB.transactions().run(() -> DB.transactions().afterCommit(() -> done.add("committed")));
    assertThatThrownBy(
            () ->
                DB.transactions()
                    .run(
                        () -> {
                          DB.transactions().afterCommit(() -> done.add("rolled back"));
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    assertThat(done).containsExactly("committed");
  }

  @Test
  void databaseIsRefusedOutsideATransaction() {
    assertThatThrownBy(() -> DB.time().now()).hasMessageContaining("outside a transaction");
  }

  @Test
  void lostRaceIsRepeatedButNotForEver() {
    AtomicInteger calls = new AtomicInteger();
    Retrying retrying = new Retrying(DB.transactions());
    assertThat(
            retrying.requiresNew(
                () -> {
                  if (calls.incrementAndGet() < 3) {
                    throw new OptimisticLockException("changed in between");
                  }
                  return "done";
                }))
        .isEqualTo("done");
    calls.set(0);
    assertThatThrownBy(
            () ->
                retrying.requiresNew(
                    () -> {
                      calls.incrementAndGet();
                      throw new OptimisticLockException("always");
                    }))
        .hasMessage("always");
    assertThat(calls).hasValue(5);
  }

  @Test
  void mappingAndSchemaAgree() {
    try (TestDatabase validated =
        TestDatabase.create(
            Map.of(
                "jakarta.persistence.schema-generation.database.action",
                "none",
                "hibernate.hbm2ddl.auto",
                "validate"))) {
      assertThat(validated.factory().isOpen()).isTrue();
    }
  }
}
