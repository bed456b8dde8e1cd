package cloud.jarrah.platform.background;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Runs one piece of work at a time on an executor. Signals that come while it runs are answered by
 * one more run, however many they are.
 */
public final class Coalescing {
  private static final Logger LOG = Logger.getLogger(Coalescing.class);

  private final String name;
  private final Executor executor;
  private final BooleanSupplier work;
  private final AtomicInteger signals = new AtomicInteger();

  /**
   * Made for one piece of work.
   *
   * @param work tells whether there is more to do at once
   */
  public Coalescing(String name, Executor executor, BooleanSupplier work) {
    this.name = name;
    this.executor = executor;
    this.work = work;
  }

  /** Makes the work run soon, after this moment. Returns at once. */
  public void signal() {
    if (signals.getAndIncrement() == 0) {
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        // Taken as not signalled: the next signal tries again.
        signals.set(0);
        LOG.warnf(e, "%s cannot run now", name);
      }
    }
  }

  private void run() {
    boolean ended = false;
    try {
      int answered;
      do {
        answered = signals.get();
        runOnce();
      } while (!signals.compareAndSet(answered, 0));
      ended = true;
    } finally {
      if (!ended) {
        // An error ended this thread; the next signal must be able to start another.
        signals.set(0);
      }
    }
  }

  private void runOnce() {
    try {
      boolean more = work.getAsBoolean();
      while (more) {
        more = work.getAsBoolean();
      }
    } catch (RuntimeException e) {
      // The timer signals again: nothing is lost but time.
      LOG.errorf(e, "%s failed and will be tried again", name);
    }
  }
}
