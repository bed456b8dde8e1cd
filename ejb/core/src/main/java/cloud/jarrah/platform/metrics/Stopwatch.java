package cloud.jarrah.platform.metrics;

import java.time.Duration;

/** Measures how long something takes, by a clock that nobody sets. */
public final class Stopwatch {
  private final long began = System.nanoTime();

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
