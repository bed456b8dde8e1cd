package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which of a host's inventories was taken in last: a report that was made before it is late. */
@Embeddable
public class LatestInventory {
  private long incarnation;

  @Column(name = "report_sequence")
  private long sequence;

  @Column(name = "inventory_digest")
  private @Nullable String digest;

  @Column(name = "inventory_at")
  private @Nullable Instant takenInAt;

  protected LatestInventory() {}

  static LatestInventory none() {
    return new LatestInventory();
  }

  /** What the host's former self showed is nothing to compare with. */
  void forget() {
    incarnation = 0;
    sequence = 0;
    digest = null;
  }

  /** True if it is newer than the one that was taken in last; then it is the last one. */
  boolean takeIn(long itsIncarnation, long itsSequence, String itsDigest, Instant now) {
    if (isSince(itsIncarnation, itsSequence)) {
      return false;
    }
    incarnation = itsIncarnation;
    sequence = itsSequence;
    digest = itsDigest;
    takenInAt = now;
    return true;
  }

  /** Whether it was made after this report, or is it. */
  boolean isSince(long reportIncarnation, long reportSequence) {
    return reportIncarnation < incarnation
        || (reportIncarnation == incarnation && reportSequence <= sequence);
  }

  @Nullable String digest() {
    return digest;
  }
}
