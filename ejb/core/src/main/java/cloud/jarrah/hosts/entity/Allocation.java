package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Room on a host that belongs to one consumer. */
@Entity
@Table(name = "allocations")
public class Allocation {
  @Id
  @Column(name = "consumer_id")
  private String consumerId;

  @Column(name = "host_id")
  private String hostId;

  private int cores;

  @Column(name = "memory_mib")
  private int memoryMib;

  @Column(name = "disk_gib")
  private int diskGib;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "group_id")
  private @Nullable String groupId;

  @Column(name = "partition_number")
  private int partition;

  protected Allocation() {}

  public Allocation(String consumerId, String hostId, Demand demand, Instant now) {
    this.consumerId = consumerId;
    this.hostId = hostId;
    this.createdAt = now;
    resize(demand);
  }

  /**
   * The consumer is one of a group.
   *
   * @param number 0 where the group has no partitions
   */
  public void join(String group, int number) {
    groupId = group;
    partition = number;
  }

  public final void resize(Demand demand) {
    cores = demand.cores();
    memoryMib = demand.memoryMib();
    diskGib = demand.diskGib();
  }

  /** Two consumers exchange their hosts. */
  public void exchangeHosts(Allocation other) {
    String mine = hostId;
    hostId = other.hostId;
    other.hostId = mine;
  }

  public String hostId() {
    return hostId;
  }

  public @Nullable String groupId() {
    return groupId;
  }

  public Demand demand() {
    return new Demand(cores, memoryMib, diskGib);
  }
}
