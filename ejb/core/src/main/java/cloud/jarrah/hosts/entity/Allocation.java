package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

  protected Allocation() {}

  public Allocation(String consumerId, String hostId, Demand demand, Instant now) {
    this.consumerId = consumerId;
    this.hostId = hostId;
    this.createdAt = now;
    resize(demand);
  }

  public final void resize(Demand demand) {
    cores = demand.cores();
    memoryMib = demand.memoryMib();
    diskGib = demand.diskGib();
  }

  public String hostId() {
    return hostId;
  }

  public Demand demand() {
    return new Demand(cores, memoryMib, diskGib);
  }
}
