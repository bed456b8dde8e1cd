package cloud.jarrah.agent.messaging;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Judges whether the cloud still hears the host. A connection that stands proves only that a broker
 * lives; a cloud that answers once is expected to go on. Where nobody answers, changing brokers
 * again and again would not help, so patience grows.
 */
final class Hearing {
  private static final int MOST_DOUBLINGS = 4;

  private final long patienceNanos;
  private final LongSupplier nanos;
  private boolean answers;
  private long silentSince;
  private int doublings;

  Hearing(Duration patience, LongSupplier nanos) {
    this.patienceNanos = patience.toNanos();
    this.nanos = nanos;
    this.silentSince = nanos.getAsLong();
  }

  synchronized void connected() {
    silentSince = nanos.getAsLong();
  }

  synchronized void heard() {
    answers = true;
    doublings = 0;
    silentSince = nanos.getAsLong();
  }

  /** Whether the cloud should have been heard by now; asked once per connection given up. */
  synchronized boolean isDeaf() {
    if (!answers || nanos.getAsLong() - silentSince <= patienceNanos << doublings) {
      return false;
    }
    doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
    return true;
  }
}
