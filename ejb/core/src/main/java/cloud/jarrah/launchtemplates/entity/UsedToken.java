package cloud.jarrah.launchtemplates.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A client token and what it brought. Goes when that goes, or when it is old. */
@Entity
@Table(name = "launch_template_requests")
public class UsedToken {
  @EmbeddedId private Key key;

  @Column(name = "request_digest")
  private String requestDigest;

  @Column(name = "template_id")
  private String templateId;

  @Column(name = "version_number")
  private long versionNumber;

  @Column(name = "created_at")
  private Instant createdAt;

  /** Whose token, for which action. */
  @Embeddable
  public record Key(
      @Column(name = "account_id") String accountId,
      String action,
      @Column(name = "client_token") String clientToken)
      implements Serializable {}

  protected UsedToken() {}

  /**
   * A token that is used now.
   *
   * @param requestDigest of everything the request said
   * @param brought the version that was made or chosen
   */
  public UsedToken(
      Key key, String requestDigest, LaunchTemplateVersion.Key brought, Instant createdAt) {
    this.key = key;
    this.requestDigest = requestDigest;
    this.templateId = brought.templateId();
    this.versionNumber = brought.number();
    this.createdAt = createdAt;
  }

  public Key key() {
    return key;
  }

  public boolean isOf(String digest) {
    return requestDigest.equals(digest);
  }

  public LaunchTemplateVersion.Key brought() {
    return new LaunchTemplateVersion.Key(templateId, versionNumber);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
