package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Permission for one host to enrol once. Only the token's digest is kept. */
@Entity
@Table(name = "enrolment_tokens")
public class EnrolmentToken {
  @Id
  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "host_name")
  private String hostName;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  protected EnrolmentToken() {}

  public EnrolmentToken(String tokenHash, String hostName, Instant expiresAt) {
    this.tokenHash = tokenHash;
    this.hostName = hostName;
    this.expiresAt = expiresAt;
  }

  /** Uses the token up; false if it was used or has expired. */
  public boolean redeem(String name, Instant now) {
    if (usedAt != null || !now.isBefore(expiresAt) || !hostName.equals(name)) {
      return false;
    }
    usedAt = now;
    return true;
  }
}
