package cloud.jarrah.networks.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An address that is in use, was used, or is ready to be used. */
@Entity
@Table(name = "subnet_addresses")
public class SubnetAddress {
  @Id private long address;

  @Column(name = "subnet_id")
  private String subnetId;

  @Column(name = "interface_id")
  private @Nullable String interfaceId;

  @Column(name = "released_at")
  private @Nullable Instant releasedAt;

  protected SubnetAddress() {}

  public SubnetAddress(long address, String subnetId) {
    this.address = address;
    this.subnetId = subnetId;
  }

  public void take(String takerId) {
    if (interfaceId != null) {
      throw new IllegalStateException(Cidr.dotted(address) + " belongs to " + interfaceId);
    }
    interfaceId = takerId;
    releasedAt = null;
  }

  public void release(Instant now) {
    interfaceId = null;
    releasedAt = now;
  }

  /** Whose it is; null: nobody's. */
  public @Nullable String interfaceId() {
    return interfaceId;
  }

  public long address() {
    return address;
  }
}
