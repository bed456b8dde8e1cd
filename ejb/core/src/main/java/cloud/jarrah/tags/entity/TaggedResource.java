package cloud.jarrah.tags.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A resource that has or had tags. Its row is what changes of its tags lock. */
@Entity
@Table(name = "tagged_resources")
public class TaggedResource {
  @EmbeddedId private Key key;

  @Column(name = "resource_type", nullable = false)
  private String resourceType;

  /** Whose tags on what. */
  @Embeddable
  public record Key(
      @Column(name = "account_id") String accountId,
      @Column(name = "resource_id") String resourceId)
      implements Serializable {}

  protected TaggedResource() {}

  public TaggedResource(Key key, String resourceType) {
    this.key = key;
    this.resourceType = resourceType;
  }

  public String resourceId() {
    return key.resourceId();
  }

  public String resourceType() {
    return resourceType;
  }
}
