package cloud.jarrah.it.tools;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits with a limit, and says what was last seen when it passes. */
public final class Waiting {
  private static final System.Logger LOG = System.getLogger(Waiting.class.getName());
  private static final Duration NOTEWORTHY = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Waiting() {}

  /** The first value that is as wanted; what cannot be read is tried again. */
  public static <T> T until(
      String what, Duration limit, Supplier<T> look, Predicate<? super T> wanted) {
    AtomicReference<@Nullable Object> last = new AtomicReference<>("nothing");
    AtomicReference<@Nullable T> found = new AtomicReference<>();
    long begun = System.nanoTime();
    try {
      Awaitility.await(what)
          .atMost(limit)
          .pollInterval(PAUSE)
          .pollDelay(Duration.ZERO)
          .until(() -> seen(look, wanted, last, found));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          what + ": not within " + limit.toSeconds() + " s; last seen: " + last.get(), e);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    if (took.compareTo(NOTEWORTHY) > 0) {
      LOG.log(Level.INFO, "{0}: after {1} ms", what, Long.toString(took.toMillis()));
    }
    T value = found.get();
    if (value == null) {
      throw new AssertionError(what + ": nothing was found");
    }
    return value;
  }

  /** Fails as soon as the value is not as wanted within that time. */
  public static <T> void always(
      String what, Duration time, Supplier<T> look, Predicate<? super T> wanted) {
    AtomicReference<@Nullable Object> last = new AtomicReference<>("nothing");
    AtomicReference<@Nullable T> found = new AtomicReference<>();
    try {
      Awaitility.await(what)
          .during(time)
          .atMost(time.plusSeconds(5))
          .pollInterval(PAUSE)
          .until(() -> seen(look, wanted, last, found));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(what + ": not so all the time; last seen: " + last.get(), e);
    }
  }

  private static <T> boolean seen(
      Supplier<T> look,
      Predicate<? super T> wanted,
      AtomicReference<@Nullable Object> last,
      AtomicReference<@Nullable T> found) {
    try {
      T value = look.get();
      last.set(value);
      found.set(value);
      return wanted.test(value);
    } catch (RuntimeException e) {
      // A server that starts anew refuses connections: that is something seen, too.
      last.set(e);
      return false;
    }
  }
}
