package cloud.jarrah.networks.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A network interface and what it is attached to, known by id only. */
@Entity
@Table(name = "network_interfaces")
public class NetworkInterface {
  @Id private String id;

  @Column(name = "account_id")
  private String accountId;

  @Column(name = "attached_to")
  private String attachedTo;

  @Column(name = "subnet_id")
  private String subnetId;

  @Column(name = "vpc_id")
  private String vpcId;

  private String mac;
  private String address;

  @Column(name = "group_name")
  private String groupName;

  @Column(name = "created_at")
  private Instant createdAt;

  protected NetworkInterface() {}

  public NetworkInterface(
      String id, Owner owner, Subnet subnet, String mac, String address, Instant now) {
    this.id = id;
    this.accountId = owner.accountId();
    this.attachedTo = owner.attachedTo();
    this.groupName = owner.groupName();
    this.subnetId = subnet.id();
    this.vpcId = subnet.vpcId();
    this.mac = mac;
    this.address = address;
    this.createdAt = now;
  }

  /** Whose interface it is, what it serves and its security group. */
  public record Owner(String accountId, String attachedTo, String groupName) {}

  public String id() {
    return id;
  }

  public String accountId() {
    return accountId;
  }

  public String attachedTo() {
    return attachedTo;
  }

  public String subnetId() {
    return subnetId;
  }

  public String vpcId() {
    return vpcId;
  }

  public String mac() {
    return mac;
  }

  public String address() {
    return address;
  }

  public String groupName() {
    return groupName;
  }
}
