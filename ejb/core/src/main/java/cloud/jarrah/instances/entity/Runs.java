package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often an instance was started: by its owner, and by the cloud after a crash. */
@Embeddable
public class Runs {
  /** Crashes in a row after which an instance is not started again by itself. */
  public static final int MAX_RESTARTS = 3;

  /** A run as long as this was no failure to start: a crash after it begins a new row. */
  private static final Duration STABLE = Duration.ofMinutes(10);

  @Column(name = "launched_at")
  private Instant launchedAt;

  private int restarts;

  @Column(name = "booted_at")
  private @Nullable Instant bootedAt;

  @Column(name = "ever_ran")
  private boolean everRan;

  protected Runs() {}

  static Runs none() {
    return new Runs();
  }

  void begin(Instant now) {
    launchedAt = now;
    restarts = 0;
  }

  /**
   * It was seen.
   *
   * @param anew whether in another run than when it was seen before
   */
  void seen(ObservedPower power, boolean anew, Instant now) {
    if (power == ObservedPower.RUNNING) {
      everRan = true;
      bootedAt = anew || bootedAt == null ? now : bootedAt;
    }
  }

  Reason crashed(Instant now) {
    restarts = restartsInARow(now) + 1;
    return Reason.of(
        "Server.InstanceCrashed",
        "The virtual machine died and is started again, " + restarts + " of " + MAX_RESTARTS);
  }

  /** When the owner last started it. */
  public Instant launchedAt() {
    return launchedAt;
  }

  /** Starts after a crash since then, with no long run in between. */
  public int restartsInARow(Instant now) {
    boolean stable = bootedAt != null && !now.isBefore(bootedAt.plus(STABLE));
    return stable ? 0 : restarts;
  }

  /** When its present or last run was first seen; null: it never ran. */
  public @Nullable Instant bootedAt() {
    return bootedAt;
  }

  public boolean everRan() {
    return everRan;
  }
}
