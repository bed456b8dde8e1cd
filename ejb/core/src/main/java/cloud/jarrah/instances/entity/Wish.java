package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an instance should be, since which request, and until when that may take. */
@Embeddable
public class Wish {
  @Enumerated(EnumType.STRING)
  private Desired desired = Desired.RUNNING;

  private long generation;

  @Column(name = "wish_generation")
  private long wishGeneration;

  @Column(name = "stop_grace_seconds")
  private int stopGraceSeconds;

  @Column(name = "deadline_at")
  private @Nullable Instant deadlineAt;

  @Column(name = "request_id")
  private String requestId = "";

  @Column(name = "reboot_generation")
  private long rebootGeneration;

  @Enumerated(EnumType.STRING)
  @Column(name = "shutdown_behavior")
  private ShutdownBehavior shutdownBehavior = ShutdownBehavior.STOP;

  /** Where a wish comes from and how long it may take. */
  public record Cause(String requestId, Instant now, Duration timeLimit) {}

  /** A new wish: whatever was done for an older generation no longer counts. */
  void renew(Desired wanted, int graceSeconds, Cause cause) {
    desired = wanted;
    stopGraceSeconds = graceSeconds;
    requestId = cause.requestId();
    generation++;
    wishGeneration = 0;
    extend(cause.now().plus(cause.timeLimit()));
  }

  /** Running as before, but in a run that begins now. */
  void reboot(int graceSeconds, Cause cause) {
    renew(Desired.RUNNING, graceSeconds, cause);
    rebootGeneration = generation;
  }

  void onShutdownByGuest(ShutdownBehavior behavior) {
    shutdownBehavior = behavior;
  }

  /** Makes the wish newer than anything a host has seen; a host is never ahead otherwise. */
  void outrun(long seen) {
    if (seen > generation) {
      generation = seen + 1;
      wishGeneration = 0;
    }
  }

  /** A number for a command that is about the instance and does not change what it should be. */
  public long nextNumber() {
    wishGeneration = wanted();
    generation++;
    return generation;
  }

  /** The generation in which the wish came up: what has reached it has reached the wish. */
  public long wanted() {
    return wishGeneration > 0 ? wishGeneration : generation;
  }

  void extend(Instant until) {
    deadlineAt = until;
  }

  /** Sets a time limit if there is none. */
  void limit(Instant until) {
    deadlineAt = deadlineAt == null ? until : deadlineAt;
  }

  void fulfilled() {
    deadlineAt = null;
  }

  public Desired desired() {
    return desired;
  }

  public long generation() {
    return generation;
  }

  /** How long the guest may take to shut down. */
  public int stopGraceSeconds() {
    return stopGraceSeconds;
  }

  /** Whether a reboot is the last that was asked for. */
  public boolean rebooting() {
    return desired == Desired.RUNNING && rebootGeneration > 0 && rebootGeneration == wanted();
  }

  /** The generation whose reboot was the last; 0: there was none. */
  public long rebootGeneration() {
    return rebootGeneration;
  }

  /** The oldest generation that counts: an instance that is rebooting ran before, and runs. */
  long runsFrom() {
    return rebooting() ? wanted() - 1 : wanted();
  }

  public ShutdownBehavior shutdownBehavior() {
    return shutdownBehavior;
  }

  public @Nullable Instant deadlineAt() {
    return deadlineAt;
  }

  public String requestId() {
    return requestId;
  }
}
