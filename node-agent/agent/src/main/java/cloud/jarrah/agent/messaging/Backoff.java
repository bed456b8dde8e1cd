package cloud.jarrah.agent.messaging;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: after a failure of the broker a thousand hosts come back
 * spread over time and not all at once.
 */
public final class Backoff {
  private final Duration first;
  private final Duration most;
  private final RandomGenerator random;
  private int failures;

  public Backoff(Duration first, Duration most, RandomGenerator random) {
    this.first = first;
    this.most = most;
    this.random = random;
  }

  public synchronized Duration next() {
    long ceiling = first.toMillis() << Math.min(failures, 20);
    if (ceiling > most.toMillis()) {
      ceiling = most.toMillis();
    } else {
      failures++;
    }
    return Duration.ofMillis(random.nextLong(ceiling + 1));
  }

  public synchronized void succeeded() {
    failures = 0;
  }
}
