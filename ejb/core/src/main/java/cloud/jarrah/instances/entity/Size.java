package cloud.jarrah.instances.entity;

import cloud.jarrah.hosts.entity.Demand;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An instance's type and the room it takes; kept with it, whatever becomes of the type. */
@Embeddable
public class Size {
  @Column(name = "instance_type")
  private String typeName;

  private int vcpus;

  @Column(name = "memory_mib")
  private int memoryMib;

  @Column(name = "disk_gib")
  private int diskGib;

  protected Size() {}

  public Size(String typeName, Demand demand) {
    this.typeName = typeName;
    this.vcpus = demand.cores();
    this.memoryMib = demand.memoryMib();
    this.diskGib = demand.diskGib();
  }

  public String typeName() {
    return typeName;
  }

  public Demand demand() {
    return new Demand(vcpus, memoryMib, diskGib);
  }
}
