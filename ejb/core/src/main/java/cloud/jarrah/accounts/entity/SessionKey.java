package cloud.jarrah.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A temporary access key: its secret is sealed, of its token there is only the hash. */
@Entity
@Table(name = "session_key")
public class SessionKey {
  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "access_key_id")
  private AccessKey madeBy;

  @Column(name = "sealed_secret", nullable = false)
  private String sealedSecret;

  @Column(name = "token_hash", nullable = false)
  private String tokenHash;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  protected SessionKey() {}

  public SessionKey(
      String id,
      AccessKey madeBy,
      String sealedSecret,
      String tokenHash,
      Instant createdAt,
      Instant expiresAt) {
    this.id = id;
    this.madeBy = madeBy;
    this.sealedSecret = sealedSecret;
    this.tokenHash = tokenHash;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  public String id() {
    return id;
  }

  /** The key that asked for it. The session is that key's user's, and ends when the key does. */
  public AccessKey madeBy() {
    return madeBy;
  }

  public String sealedSecret() {
    return sealedSecret;
  }

  public String tokenHash() {
    return tokenHash;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean expiredAt(Instant moment) {
    return !moment.isBefore(expiresAt);
  }
}
