package cloud.jarrah.agent.fakes;

import cloud.jarrah.agent.slumber.Sleeper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts how often it slept; as long as the test says. */
public final class ScriptedSleeper implements Sleeper {
  public static final String MAC = "02:00:00:00:00:01";
  public static final Duration SETTLES = Duration.ofSeconds(90);

  private final AtomicInteger slept = new AtomicInteger();
  private volatile @Nullable CountDownLatch morning;
  private volatile boolean failing;

  /** Once asleep it wakes when the latch opens. */
  public CountDownLatch sleepsUntil() {
    CountDownLatch latch = new CountDownLatch(1);
    morning = latch;
    return latch;
  }

  /** From now on. */
  public void fails() {
    failing = true;
  }

  public int slept() {
    return slept.get();
  }

  @Override
  public String mac() {
    return MAC;
  }

  @Override
  public Duration settlesWithin() {
    return SETTLES;
  }

  @Override
  public void sleep() throws IOException, InterruptedException {
    if (failing) {
      throw new IOException("it does not want to sleep");
    }
    slept.incrementAndGet();
    CountDownLatch latch = morning;
    if (latch != null) {
      latch.await();
    }
  }
}
