package cloud.jarrah.agent.passage;

import java.lang.System.Logger.Level;

/** Slows down a loop that fails again and again, for example because no file can be opened. */
final class Patience {
  private static final System.Logger LOG = System.getLogger(Patience.class.getName());
  private static final long FIRST_MS = 50;
  private static final long LONGEST_MS = 5_000;

  private long pauseMs = FIRST_MS;

  void succeeded() {
    pauseMs = FIRST_MS;
  }

  /** Returns after a while; false: the thread is to end. */
  boolean failed(String what, Exception why) {
    LOG.log(pauseMs == FIRST_MS ? Level.WARNING : Level.DEBUG, what, why);
    try {
      Thread.sleep(pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_MS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
