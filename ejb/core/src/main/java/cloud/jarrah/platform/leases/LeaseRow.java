package cloud.jarrah.platform.leases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who holds a lease, and until when by the database's clock. */
@Entity
@Table(name = "leases")
public class LeaseRow {
  @Id private String name;
  private String owner;
  private long epoch;

  @Column(name = "until_at")
  private Instant until;

  protected LeaseRow() {}

  LeaseRow(String name, String owner, Instant until) {
    this.name = name;
    this.owner = owner;
    this.epoch = 1;
    this.until = until;
  }

  /** Takes it or keeps it; false if another holds it. */
  boolean hold(String asker, Instant now, Instant newUntil) {
    boolean lapsed = !isHeld(now);
    if (!owner.equals(asker) && !lapsed) {
      return false;
    }
    if (lapsed) {
      // Also for the same owner: what it began before it was late must not go on.
      epoch++;
    }
    owner = asker;
    until = newUntil;
    return true;
  }

  boolean isCurrent(Lease lease, Instant now) {
    return owner.equals(lease.owner()) && epoch == lease.epoch() && isHeld(now);
  }

  boolean isHeldBy(String asker, Instant now) {
    return owner.equals(asker) && isHeld(now);
  }

  private boolean isHeld(Instant now) {
    return isHeld(until, now);
  }

  /** An end that lies too far ahead is from before the database's clock was set back. */
  static boolean isHeld(Instant until, Instant now) {
    return now.isBefore(until) && !until.isAfter(now.plus(Leases.LONGEST));
  }

  String name() {
    return name;
  }

  Lease lease() {
    return new Lease(name, owner, epoch);
  }
}
