package cloud.jarrah.platform.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is left of a time. By a clock that goes on while the process is stopped and that nobody
 * sets: who was paused sees at once that it is over.
 */
public final class Countdown {
  private final LongSupplier nanoTime;
  private final long end;

  private Countdown(LongSupplier nanoTime, Duration duration) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + duration.toNanos();
  }

  /** Begins now. */
  public static Countdown of(Duration duration) {
    return new Countdown(System::nanoTime, duration);
  }

  /** The same by another clock. */
  public static Countdown of(Duration duration, LongSupplier nanoTime) {
    return new Countdown(nanoTime, duration);
  }

  /** Whether it is over. */
  public boolean over() {
    return !leaves(Duration.ZERO);
  }

  /** Whether so much is left. */
  public boolean leaves(Duration need) {
    return end - nanoTime.getAsLong() >= need.toNanos();
  }
}
