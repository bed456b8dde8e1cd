package cloud.jarrah.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signed message that was seen. Its key is what refuses a second use. */
@Entity
@Table(name = "soap_replay")
public class SoapReplay {
  @Id private String digest;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  protected SoapReplay() {}

  public SoapReplay(String digest, Instant expiresAt) {
    this.digest = digest;
    this.expiresAt = expiresAt;
  }

  public String digest() {
    return digest;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
