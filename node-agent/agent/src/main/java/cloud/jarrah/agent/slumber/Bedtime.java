package cloud.jarrah.agent.slumber;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.node.NodeReport.Slumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Orders to sleep and to stay awake: only the one with the greatest number counts. */
public final class Bedtime {
  private final Path file;
  private final Durability durability;
  private final Sleeper sleeper;
  private final FallingAsleep falling;
  private volatile long number;

  private Bedtime(
      Path file, Durability durability, Sleeper sleeper, FallingAsleep falling, long number) {
    this.file = file;
    this.durability = durability;
    this.sleeper = sleeper;
    this.falling = falling;
    this.number = number;
  }

  /** As it was last noted. */
  public static Bedtime open(Path state, Durability durability, Sleeper sleeper, Clock clock)
      throws IOException {
    FallingAsleep falling = FallingAsleep.open(state, durability, clock);
    Path file = state.resolve("bedtime");
    try {
      long noted = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
      return new Bedtime(file, durability, sleeper, falling, noted);
    } catch (NumberFormatException e) {
      throw new IOException("The file " + file + " must hold a number", e);
    }
  }

  /** What the inventory says; null: the machine cannot sleep. */
  public @Nullable Slumber slumber() {
    String mac = sleeper.mac();
    return mac == null ? null : new Slumber(mac, number);
  }

  /**
   * Goes to sleep, and returns when awake again. Nobody is told in the meantime that the host stays
   * awake.
   *
   * @param busy whether there is anything that must not sleep
   */
  public synchronized void sleep(long order, BooleanSupplier busy)
      throws IOException, InterruptedException {
    if (order <= number) {
      return;
    }
    falling.await();
    note(order);
    if (busy.getAsBoolean()) {
      throw new IOException("it has domains, or commands in work");
    }
    falling.begin(sleeper.settlesWithin());
    try {
      sleeper.sleep();
    } catch (IOException e) {
      falling.end();
      throw e;
    }
    falling.end();
  }

  /**
   * No smaller order counts any more; waits while one is being obeyed, also one that an agent
   * before this one has begun to obey.
   */
  public synchronized void stayAwake(long order) throws IOException, InterruptedException {
    if (order > number) {
      falling.await();
      note(order);
    }
  }

  private void note(long order) throws IOException {
    AtomicFiles.write(file, Long.toString(order).getBytes(StandardCharsets.US_ASCII), durability);
    number = order;
  }
}
