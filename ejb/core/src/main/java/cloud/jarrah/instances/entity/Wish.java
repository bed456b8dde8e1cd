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

  @Column(name = "stop_grace_seconds")
  private int stopGraceSeconds;

  @Column(name = "deadline_at")
  private @Nullable Instant deadlineAt;

  @Column(name = "request_id")
  private String requestId = "";

  /** Where a wish comes from and how long it may take. */
  public record Cause(String requestId, Instant now, Duration timeLimit) {}

  /** A new wish: whatever was done for an older generation no longer counts. */
  void renew(Desired wanted, int graceSeconds, Cause cause) {
    desired = wanted;
    stopGraceSeconds = graceSeconds;
    requestId = cause.requestId();
    generation++;
    extend(cause.now().plus(cause.timeLimit()));
  }

  /** Makes the wish newer than anything a host has seen; a host is never ahead otherwise. */
  void outrun(long seen) {
    if (seen > generation) {
      generation = seen + 1;
    }
  }

  void extend(Instant until) {
    deadlineAt = until;
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

  public @Nullable Instant deadlineAt() {
    return deadlineAt;
  }

  public String requestId() {
    return requestId;
  }
}
