package cloud.jarrah.agent.fakes;

import cloud.jarrah.agent.slumber.Sleeper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts how often it slept; as long as the test says. */
public final class ScriptedSleeper implements Sleeper {
  public static final String MAC = "02:00:00:00:00:01";

  private final AtomicInteger slept = new AtomicInteger();
  private volatile @Nullable CountDownLatch morning;

  /** Once asleep it wakes when the latch opens. */
  public CountDownLatch sleepsUntil() {
    CountDownLatch latch = new CountDownLatch(1);
    morning = latch;
    return latch;
  }

  public int slept() {
    return slept.get();
  }

  @Override
  public String mac() {
    return MAC;
  }

  @Override
  public void sleep() throws InterruptedException {
    slept.incrementAndGet();
    CountDownLatch latch = morning;
    if (latch != null) {
      latch.await();
    }
  }
}
