package cloud.jarrah.instancetypes.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A size in which instances are offered. */
@Entity
@Table(name = "instance_types")
public class OfferedType {
  @Id private String name;

  private int vcpus;

  @Column(name = "memory_mib")
  private int memoryMib;

  @Column(name = "disk_gib")
  private int diskGib;

  private boolean enabled;

  @Version private int version;

  protected OfferedType() {}

  public OfferedType(String name) {
    this.name = name;
  }

  /** What new instances of the type get from now on. */
  public void offer(int newVcpus, int newMemoryMib, int newDiskGib, boolean nowEnabled) {
    vcpus = newVcpus;
    memoryMib = newMemoryMib;
    diskGib = newDiskGib;
    enabled = nowEnabled;
  }

  public String name() {
    return name;
  }

  public int vcpus() {
    return vcpus;
  }

  public int memoryMib() {
    return memoryMib;
  }

  public int diskGib() {
    return diskGib;
  }

  /** Whether instances can be launched with it. */
  public boolean enabled() {
    return enabled;
  }
}
