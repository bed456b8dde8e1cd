package cloud.jarrah.drift.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** The last look for one kind of drift, and what all looks together found. */
@Entity
@Table(name = "drift_runs")
public class DriftRun {
  @Id private String kind;

  @Column(name = "ran_at")
  private Instant ranAt;

  @Column(name = "took_millis")
  private long tookMillis;

  private long found;
  private long healed;

  protected DriftRun() {}

  public DriftRun(String kind, Instant now) {
    this.kind = kind;
    this.ranAt = now;
  }

  /** Another look has ended. */
  public void ended(Instant began, Duration took, int newlyFound, int newlyHealed) {
    ranAt = began;
    tookMillis = took.toMillis();
    found += newlyFound;
    healed += newlyHealed;
  }

  public String kind() {
    return kind;
  }

  public Instant ranAt() {
    return ranAt;
  }

  public long tookMillis() {
    return tookMillis;
  }

  public long found() {
    return found;
  }

  public long healed() {
    return healed;
  }
}
