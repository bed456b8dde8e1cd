package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How one host can be switched off. The secret is sealed for {@link #place}. */
@Entity
@Table(name = "host_fences")
public class FenceSettings {
  @Id
  @Column(name = "host_id")
  private String hostId;

  @Enumerated(EnumType.STRING)
  private FenceMethod method;

  private String address;

  @Column(name = "user_name")
  private @Nullable String userName;

  private @Nullable String secret;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected FenceSettings() {}

  public FenceSettings(String hostId, FenceMethod method, String address, Instant now) {
    this.hostId = hostId;
    this.method = method;
    this.address = address;
    this.updatedAt = now;
  }

  /** Who switches it off, with what sealed secret. */
  public FenceSettings by(@Nullable String user, @Nullable String sealedSecret) {
    userName = user;
    secret = sealedSecret;
    return this;
  }

  /** What a host's secret is sealed for. */
  public static String place(String hostId) {
    return "host-fence/" + hostId;
  }

  public FenceMethod method() {
    return method;
  }

  public String address() {
    return address;
  }

  public @Nullable String userName() {
    return userName;
  }

  public @Nullable String secret() {
    return secret;
  }
}
