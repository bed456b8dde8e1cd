package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.instances.entity.Screenshot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks for the answer of a host again and again, in short transactions, for a few seconds: then
 * the caller is told to ask anew. Few may wait at once, and of one account fewer still, so that
 * those who do cannot take a server's threads, nor these places, from everybody else.
 */
@Singleton
public class ScreenshotWait {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int LOOKS = 60;
  private static final int MOST_WAITING = 8;
  private static final int MOST_OF_AN_ACCOUNT = 3;

  private final Screenshots screenshots;
  private final Pause pause;
  private final Map<String, Integer> waiting = new HashMap<>();

  /** What happens between two looks. */
  public interface Pause {
    void pass(Duration duration);
  }

  /** Waits in the caller's thread. */
  @Singleton
  public static class RealPause implements Pause {
    @Override
    public void pass(Duration duration) {
      LockSupport.parkNanos(duration.toNanos());
    }
  }

  @Inject
  public ScreenshotWait(Screenshots screenshots, Pause pause) {
    this.screenshots = screenshots;
    this.pause = pause;
  }

  /** The picture, JPEG in base64. */
  public String await(String accountId, String screenshotId) {
    if (!enter(accountId)) {
      throw new ApiException(
          ErrorCode.REQUEST_LIMIT_EXCEEDED,
          "Too many screenshots are being waited for. Please try again.");
    }
    try {
      for (int i = 0; i < LOOKS; i++) {
        Optional<Screenshot> answer = screenshots.answer(screenshotId);
        if (answer.isPresent()) {
          return image(answer.get());
        }
        pause.pass(PAUSE);
      }
    } finally {
      leave(accountId);
    }
    throw InstanceErrors.hostSilent(
        "The host has not sent the screenshot in time. Please try again.");
  }

  private synchronized boolean enter(String accountId) {
    int all = waiting.values().stream().mapToInt(Integer::intValue).sum();
    int own = waiting.getOrDefault(accountId, 0);
    if (all >= MOST_WAITING || own >= MOST_OF_AN_ACCOUNT) {
      return false;
    }
    waiting.put(accountId, own + 1);
    return true;
  }

  private synchronized void leave(String accountId) {
    waiting.computeIfPresent(accountId, (id, own) -> own == 1 ? null : own - 1);
  }

  private static String image(Screenshot answer) {
    String image = answer.image();
    if (image != null) {
      return image;
    }
    String problem = answer.problem() == null ? "" : answer.problem();
    throw answer.hopeless()
        ? new ApiException(ErrorCode.UNSUPPORTED_OPERATION, problem)
        : InstanceErrors.hostSilent(problem);
  }
}
