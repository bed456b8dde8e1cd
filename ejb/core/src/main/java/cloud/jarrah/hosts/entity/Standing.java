package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A host's standing, with who decided on it, when, why and under which epoch of the lease. */
@Embeddable
public class Standing {
  private static final int LONGEST_REASON = 1024;

  @Enumerated(EnumType.STRING)
  @Column(name = "standing")
  private HostStanding standing = HostStanding.ACTIVE;

  @Column(name = "standing_since")
  private @Nullable Instant since;

  @Column(name = "standing_by")
  private @Nullable String by;

  @Column(name = "standing_reason")
  private @Nullable String reason;

  @Column(name = "standing_lease")
  private long lease;

  @Column(name = "fence_tried_at")
  private @Nullable Instant triedAt;

  protected Standing() {}

  static Standing active() {
    return new Standing();
  }

  /**
   * Who decides, and when.
   *
   * @param by a server's start, or an administrator's request
   * @param lease epoch of the lease; 0: none is needed
   */
  public record Decision(String by, long lease, Instant at) {}

  void become(HostStanding next, Decision decision, String why) {
    standing = next;
    since = decision.at();
    by = decision.by();
    lease = decision.lease();
    triedAt = null;
    explain(why);
  }

  /** Switching it off was tried and is not known to have worked. */
  void tried(Instant now, String why) {
    triedAt = now;
    explain(why);
  }

  /** The reason changes, the standing does not; true if it was another. */
  boolean note(String why) {
    boolean other = !why.equals(reason);
    explain(why);
    return other;
  }

  /** Times that are still to come are from before the database's clock was set back. */
  void clockWasSetBack(Instant now) {
    since = earlier(since, now);
    triedAt = earlier(triedAt, now);
  }

  static @Nullable Instant earlier(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? one : other;
  }

  private void explain(String why) {
    reason = why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON);
  }

  public HostStanding standing() {
    return standing;
  }

  public @Nullable Instant since() {
    return since;
  }

  public @Nullable String by() {
    return by;
  }

  public @Nullable String reason() {
    return reason;
  }

  public long lease() {
    return lease;
  }

  public @Nullable Instant triedAt() {
    return triedAt;
  }
}
