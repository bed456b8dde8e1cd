package cloud.jarrah.agent.slumber;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine may be about to fall asleep. It is noted on the disk: what was asked to put
 * it to sleep does so also when the agent has died meanwhile, and the next one must know.
 */
final class FallingAsleep {
  private final Path file;
  private final Durability durability;
  private final Clock clock;
  private @Nullable Settling settling;

  private FallingAsleep(Path file, Durability durability, Clock clock) {
    this.file = file;
    this.durability = durability;
    this.clock = clock;
  }

  /** As an earlier agent has left it. */
  static FallingAsleep open(Path state, Durability durability, Clock clock) throws IOException {
    Path file = state.resolve("falling-asleep");
    FallingAsleep falling = new FallingAsleep(file, durability, clock);
    if (Files.exists(file)) {
      falling.settling = new Settling(clock, rest(file, clock.instant()));
    }
    return falling;
  }

  /**
   * Never more than was noted: a beginning that is still to come is of a clock that was set back.
   */
  private static Duration rest(Path file, Instant now) throws IOException {
    String[] noted = Files.readString(file).strip().split(" ", -1);
    try {
      if (noted.length == 2) {
        Instant began = Instant.parse(noted[0]);
        Duration length = Duration.parse(noted[1]);
        return began.isAfter(now) ? length : length.minus(Duration.between(began, now));
      }
    } catch (DateTimeException e) {
      throw new IOException("The file " + file + " must hold a time and a duration", e);
    }
    throw new IOException("The file " + file + " must hold a time and a duration");
  }

  /**
   * From now on it may fall asleep.
   *
   * @param length after which it does not any more; none: it sleeps at once or not at all
   */
  void begin(Duration length) throws IOException {
    if (!length.isZero()) {
      byte[] text = (clock.instant() + " " + length).getBytes(StandardCharsets.US_ASCII);
      AtomicFiles.write(file, text, durability);
      settling = new Settling(clock, length);
    }
  }

  /** It has slept, or will not. */
  void end() throws IOException {
    settling = null;
    AtomicFiles.delete(file, durability);
  }

  /** Returns when it has slept, or will not. */
  void await() throws IOException, InterruptedException {
    if (settling != null) {
      settling.await();
      end();
    }
  }
}
