package cloud.jarrah.agent.slumber;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A machine that can be put to sleep, or cannot. */
public interface Sleeper {
  /** Of the interface that a magic packet wakes it by; null: it cannot sleep. */
  @Nullable String mac();

  /**
   * Goes to sleep, and returns when it is awake again. Does not fall asleep any more after that,
   * also if it fails, unless it is interrupted.
   */
  void sleep() throws IOException, InterruptedException;

  /**
   * How long after the beginning of {@link #sleep} it may still fall asleep, should nobody wait for
   * its end; what it sleeps does not count. None: it sleeps at once or not at all.
   */
  default Duration settlesWithin() {
    return Duration.ZERO;
  }

  /** A machine that cannot. */
  Sleeper NEVER =
      new Sleeper() {
        @Override
        public @Nullable String mac() {
          return null;
        }

        @Override
        public void sleep() throws IOException {
          throw new IOException("no jarrah.agent.sleep-command is set");
        }
      };
}
