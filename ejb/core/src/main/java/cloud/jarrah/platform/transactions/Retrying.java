package cloud.jarrah.platform.transactions;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a transaction of its own, and again when it lost a race: a deadlock, a serialisation
 * failure, a row changed in between, or a unique key that another transaction took first (on the
 * second try the work sees the winner's row and says so properly).
 */
public final class Retrying {
  private static final int ATTEMPTS = 5;
  private static final long FIRST_PAUSE_MILLIS = 10;

  /** Serialisation failure, deadlock, lock timeout (PostgreSQL, H2). */
  private static final Set<String> CROWDS = Set.of("40001", "40P01", "55P03", "HYT00");

  /** Those, and a unique key; one that is taken at every attempt was no race. */
  private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "55P03", "HYT00", "23505");

  private final Transactions transactions;

  public Retrying(Transactions transactions) {
    this.transactions = transactions;
  }

  public <T> T requiresNew(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.requiresNew(work);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !lostRace(e)) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  /** Whether the same work may succeed if it is simply done again. */
  public static boolean lostRace(Throwable failure) {
    return lost(failure, LOST_RACES);
  }

  /** Whether what failed at the last attempt, too, failed for the crowd alone. */
  public static boolean crowded(Throwable failure) {
    return lost(failure, CROWDS);
  }

  private static boolean lost(Throwable failure, Set<String> states) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof OptimisticLockException
          || cause instanceof PessimisticLockException
          || cause instanceof LockTimeoutException
          || cause instanceof StaleStateException
          || (cause instanceof SQLException sql && states.contains(sql.getSQLState()))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Random, so that two that met once do not meet again. */
  private static void pause(int attempt) {
    long most = FIRST_PAUSE_MILLIS << attempt;
    long millis = ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MILLIS, most + 1);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
