package cloud.jarrah.platform.testing;

import cloud.jarrah.platform.time.DatabaseTime;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is told to move. */
public final class SettableTime implements DatabaseTime {
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  public void set(Instant instant) {
    now = instant;
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }
}
