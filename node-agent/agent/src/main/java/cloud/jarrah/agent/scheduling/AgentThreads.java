package cloud.jarrah.agent.scheduling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the process.
 *
 * @param timers only hands over to the pools
 * @param commands works on instances
 * @param link connects to brokers and sends
 * @param fetches downloads images
 */
public record AgentThreads(
    ScheduledExecutorService timers,
    ExecutorService commands,
    ExecutorService link,
    ExecutorService fetches)
    implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(AgentThreads.class.getName());
  private static final int FETCH_THREADS = 3;
  private static final int END_SECONDS = 3;

  public static AgentThreads create(int commandThreads, int linkThreads) {
    return new AgentThreads(
        Executors.newScheduledThreadPool(1, named("timer")),
        pool(commandThreads, "command"),
        pool(linkThreads, "link"),
        pool(FETCH_THREADS, "fetch"));
  }

  private static ExecutorService pool(int threads, String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), 512 * 1024);
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler(
          (t, e) -> LOG.log(System.Logger.Level.ERROR, "unexpected failure in " + t.getName(), e));
      return thread;
    };
  }

  /** Runs {@code task} on {@code pool} after {@code delay}; the timer thread itself never works. */
  public Cancellable after(Duration delay, ExecutorService pool, Runnable task) {
    var future =
        timers.schedule(() -> handOver(pool, task), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  public Cancellable every(Duration first, Duration period, ExecutorService pool, Runnable task) {
    var future =
        timers.scheduleWithFixedDelay(
            () -> handOver(pool, task), first.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    return () -> future.cancel(false);
  }

  private static void handOver(ExecutorService pool, Runnable task) {
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "not run, the agent is ending", e);
    }
  }

  /** What is in work is interrupted and gets a moment to end. */
  @Override
  public void close() {
    List<ExecutorService> all = List.of(timers, commands, link, fetches);
    all.forEach(ExecutorService::shutdownNow);
    try {
      for (ExecutorService each : all) {
        if (!each.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
          LOG.log(System.Logger.Level.WARNING, "some work did not end in time");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something that has been set up and can be called off. */
  @FunctionalInterface
  public interface Cancellable {
    void cancel();
  }
}
