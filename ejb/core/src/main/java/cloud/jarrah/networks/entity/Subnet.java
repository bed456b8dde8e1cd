package cloud.jarrah.networks.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A zone's range of addresses for instances. */
@Entity
@Table(name = "subnets")
public class Subnet {
  @Id private String id;

  @Column(name = "zone")
  private String zone;

  @Column(name = "vpc_id")
  private String vpcId;

  private String cidr;

  @Column(name = "next_address")
  private long nextAddress;

  @Column(name = "last_address")
  private long lastAddress;

  @Version private long version;

  protected Subnet() {}

  public Subnet(String id, String vpcId, String zone, Cidr range, long first, long last) {
    if (!range.contains(first) || !range.contains(last) || first > last) {
      throw new IllegalArgumentException("first and last address must lie in " + range);
    }
    this.id = id;
    this.vpcId = vpcId;
    this.zone = zone;
    this.cidr = range.toString();
    this.nextAddress = first;
    this.lastAddress = last;
  }

  /** Takes the next address that was never made; -1 when there is none left. */
  public long takeNext() {
    return nextAddress > lastAddress ? -1 : nextAddress++;
  }

  /** Whether at most so many addresses were made after this one. */
  public boolean isAmongLast(int count, long address) {
    return address >= nextAddress - count;
  }

  public String id() {
    return id;
  }

  public String vpcId() {
    return vpcId;
  }

  public int prefixLength() {
    return Cidr.parse(cidr).prefixLength();
  }
}
