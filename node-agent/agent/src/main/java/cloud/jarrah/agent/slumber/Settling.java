package cloud.jarrah.agent.slumber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A while in which the machine may still fall asleep. It goes by the clock on the wall, which jumps
 * while the machine sleeps. It is over at the latest when the machine has been awake for as long:
 * the clock on the wall may be set back by hours.
 */
final class Settling {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final Clock clock;
  private final Duration length;
  private final Instant settled;

  /** This one does not go on while the machine sleeps. */
  private final long began = System.nanoTime();

  /** Begins now. */
  Settling(Clock clock, Duration length) {
    this.clock = clock;
    this.length = length;
    this.settled = clock.instant().plus(length);
  }

  void await() throws InterruptedException {
    while (!isOver()) {
      Thread.sleep(LOOK.toMillis());
    }
  }

  private boolean isOver() {
    return !clock.instant().isBefore(settled) || System.nanoTime() - began >= length.toNanos();
  }
}
