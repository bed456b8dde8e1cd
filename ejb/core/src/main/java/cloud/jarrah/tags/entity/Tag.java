package cloud.jarrah.tags.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A tag of an account on a resource. */
@Entity
@Table(name = "tags")
public class Tag {
  @EmbeddedId private Id id;

  @Column(name = "tag_value", nullable = false)
  private String value;

  /** Whose, on what, called what. */
  @Embeddable
  public record Id(
      @Column(name = "account_id") String accountId,
      @Column(name = "resource_id") String resourceId,
      @Column(name = "tag_key") String key)
      implements Serializable {}

  protected Tag() {}

  public Tag(Id id, String value) {
    this.id = id;
    this.value = value;
  }

  /** Replaces the value. */
  public void say(String newValue) {
    value = newValue;
  }

  public String resourceId() {
    return id.resourceId();
  }

  public String key() {
    return id.key();
  }

  public String value() {
    return value;
  }
}
