package cloud.jarrah.placementgroups.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A placement group. Never changes. */
@Entity
@Table(name = "placement_groups")
public class PlacementGroup {
  @Id private String id;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(nullable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private Strategy strategy;

  @Column(name = "partition_count", nullable = false)
  private int partitionCount;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  protected PlacementGroup() {}

  public PlacementGroup(
      String id, String accountId, String name, Arrangement arrangement, Instant now) {
    this.id = id;
    this.accountId = accountId;
    this.name = name;
    this.strategy = arrangement.strategy();
    this.partitionCount = arrangement.partitions();
    this.createdAt = now;
  }

  /**
   * How the members stand to each other.
   *
   * @param partitions 0 unless that is the strategy
   */
  public record Arrangement(Strategy strategy, int partitions) {}

  public String id() {
    return id;
  }

  public String accountId() {
    return accountId;
  }

  public String name() {
    return name;
  }

  public Strategy strategy() {
    return strategy;
  }

  public int partitionCount() {
    return partitionCount;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
