package cloud.jarrah.launchtemplates.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a launch template. Never changes. */
@Entity
@Table(name = "launch_template_versions")
public class LaunchTemplateVersion {
  @EmbeddedId private Key key;

  private @Nullable String description;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  private String content;

  /** Which version of which template. */
  @Embeddable
  public record Key(
      @Column(name = "template_id") String templateId, @Column(name = "version_number") long number)
      implements Serializable {}

  /**
   * Who made it and when.
   *
   * @param by ARN of the user
   */
  public record Origin(String by, Instant at) {}

  protected LaunchTemplateVersion() {}

  /**
   * A new version.
   *
   * @param content what it says about instances, as JSON
   */
  public LaunchTemplateVersion(
      Key key, @Nullable String description, String content, Origin origin) {
    this.key = key;
    this.description = description;
    this.content = content;
    this.createdBy = origin.by();
    this.createdAt = origin.at();
  }

  public Key key() {
    return key;
  }

  public long number() {
    return key.number();
  }

  public @Nullable String description() {
    return description;
  }

  public String content() {
    return content;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String createdBy() {
    return createdBy;
  }
}
