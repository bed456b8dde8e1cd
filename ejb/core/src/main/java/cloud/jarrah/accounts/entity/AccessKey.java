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
import org.jspecify.annotations.Nullable;

/** An access key; its secret is sealed. */
@Entity
@Table(name = "access_key")
public class AccessKey {
  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "user_id")
  private User user;

  @Column(name = "sealed_secret", nullable = false)
  private String sealedSecret;

  @Column(nullable = false)
  private boolean active;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  /** To the minute; written in batches. */
  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @Version private int version;

  protected AccessKey() {}

  public AccessKey(String id, User user, String sealedSecret, Instant createdAt) {
    this.id = id;
    this.user = user;
    this.sealedSecret = sealedSecret;
    this.active = true;
    this.createdAt = createdAt;
  }

  public void deactivate() {
    active = false;
  }

  public String id() {
    return id;
  }

  public User user() {
    return user;
  }

  public String sealedSecret() {
    return sealedSecret;
  }

  public boolean active() {
    return active;
  }

  public @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }
}
