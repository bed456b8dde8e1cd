package cloud.jarrah.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A certificate that a user signs SOAP messages with. */
@Entity
@Table(name = "certificate")
public class Certificate {
  /** Lower-case hex SHA-256 of the DER form. */
  @Id private String fingerprint;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private User user;

  @Column(nullable = false)
  private String pem;

  @Column(nullable = false)
  private boolean active;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false)
  private Instant expiresAt;

  @Version private int version;

  protected Certificate() {}

  public Certificate(
      String fingerprint, User user, String pem, Instant createdAt, Instant expiresAt) {
    this.fingerprint = fingerprint;
    this.user = user;
    this.pem = pem;
    this.active = true;
    this.createdAt = createdAt;
    this.expiresAt = expiresAt;
  }

  public void deactivate() {
    active = false;
  }

  /** Whether it may be used at that time. */
  public boolean usableAt(Instant now) {
    return active && !now.isBefore(createdAt) && now.isBefore(expiresAt);
  }

  public User user() {
    return user;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public String pem() {
    return pem;
  }
}
