package cloud.jarrah.platform.background;

import java.util.concurrent.Executor;
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
      executor.execute(this::run);
    }
  }

  private void run() {
    int answered;
    do {
      answered = signals.get();
      try {
        while (work.getAsBoolean()) {
          answered = signals.get();
        }
      } catch (RuntimeException e) {
        // The timer signals again: nothing is lost but time.
        LOG.errorf(e, "%s failed and will be tried again", name);
      }
    } while (!signals.compareAndSet(answered, 0));
  }
}
