package cloud.jarrah.agent.slumber;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A machine that can be put to sleep, or cannot. */
public interface Sleeper {
  /** Of the interface that a magic packet wakes it by; null: it cannot sleep. */
  @Nullable String mac();

  /** Goes to sleep, and returns when it is awake again. */
  void sleep() throws IOException, InterruptedException;

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
