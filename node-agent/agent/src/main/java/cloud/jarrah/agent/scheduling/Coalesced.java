package cloud.jarrah.agent.scheduling;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that never runs twice at the same time; however often it is triggered while it runs, it
 * runs once more afterwards.
 */
public final class Coalesced {
  private static final System.Logger LOG = System.getLogger(Coalesced.class.getName());

  private final Executor executor;
  private final Runnable task;
  private final AtomicInteger triggers = new AtomicInteger();

  public Coalesced(Executor executor, Runnable task) {
    this.executor = executor;
    this.task = task;
  }

  public void trigger() {
    if (triggers.getAndIncrement() == 0) {
      submit();
    }
  }

  private void submit() {
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "not run, the agent is ending", e);
    }
  }

  private void run() {
    int seen = triggers.get();
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "unexpected failure of a background task", e);
    } finally {
      if (!triggers.compareAndSet(seen, 0)) {
        triggers.set(1);
        submit();
      }
    }
  }
}
