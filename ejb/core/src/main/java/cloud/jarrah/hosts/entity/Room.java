package cloud.jarrah.hosts.entity;

import cloud.jarrah.node.NodeReport.Capacity;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a host offers, and how much of it is allocated. Changed under the lock of its row. */
@Embeddable
public class Room {
  private int cores;

  @Column(name = "memory_mib")
  private int memoryMib;

  @Column(name = "disk_gib")
  private int diskGib;

  @Column(name = "used_cores")
  private int usedCores;

  @Column(name = "used_memory_mib")
  private int usedMemoryMib;

  @Column(name = "used_disk_gib")
  private int usedDiskGib;

  protected Room() {}

  static Room none() {
    return new Room();
  }

  void offer(Capacity capacity) {
    cores = capacity.cores();
    memoryMib = capacity.memoryMib();
    diskGib = capacity.diskGib();
  }

  /** Whether so much more fits beside what is already allocated. */
  public boolean fits(Demand demand) {
    return cores - usedCores >= demand.cores()
        && memoryMib - usedMemoryMib >= demand.memoryMib()
        && diskGib - usedDiskGib >= demand.diskGib();
  }

  /** Sets the used figures to the sum of the allocation rows. */
  public void recount(Demand sum) {
    usedCores = sum.cores();
    usedMemoryMib = sum.memoryMib();
    usedDiskGib = sum.diskGib();
  }

  /** Whether the used figures are these; they may be what no demand can be. */
  public boolean saysUsed(Demand sum) {
    return usedCores == sum.cores()
        && usedMemoryMib == sum.memoryMib()
        && usedDiskGib == sum.diskGib();
  }

  public Demand offered() {
    return new Demand(cores, memoryMib, diskGib);
  }

  public Demand used() {
    return new Demand(usedCores, usedMemoryMib, usedDiskGib);
  }
}
