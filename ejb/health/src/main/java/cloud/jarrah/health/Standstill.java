package cloud.jarrah.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that this process stood still: it was stopped, or its machine was. What it was asked
 * right before that lies in its sockets still, but whoever asked has given up, has asked another
 * server, and may have gone on from there: carried out now, it would undo what came after it.
 */
@Singleton
public class Standstill {
  /** Between two beats. Less is load, or a collection of garbage. */
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /**
   * By then what lay in the sockets has been read; and a balancer asks twice before it comes back.
   */
  static final Duration AFTERWARDS = Duration.ofSeconds(2);

  private final LongSupplier nanoTime;
  private volatile boolean beating;
  private volatile long lastBeat;
  private volatile long overSince;

  /** By the clock of this process. */
  public Standstill() {
    this(System::nanoTime);
  }

  /** By another clock. */
  public Standstill(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.overSince = nanoTime.getAsLong() - AFTERWARDS.toNanos();
  }

  /** To be called several times a second; true if the process stood still since the last time. */
  public boolean beat() {
    long now = nanoTime.getAsLong();
    boolean stood = beating && now - lastBeat > LONGEST_PAUSE.toNanos();
    if (stood) {
      overSince = now;
    }
    lastBeat = now;
    beating = true;
    return stood;
  }

  /** Whether what is asked now may have been asked before the process stood still. */
  public boolean justOver() {
    long now = nanoTime.getAsLong();
    return (beating && now - lastBeat > LONGEST_PAUSE.toNanos())
        || now - overSince < AFTERWARDS.toNanos();
  }
}
