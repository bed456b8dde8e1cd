package cloud.jarrah.quotas.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;

/** A limit that was set for one account; without one the default holds. */
@Entity
@Table(name = "quota")
public class Quota {
  @EmbeddedId private Key key;

  @Column(name = "max_value", nullable = false)
  private int maximum;

  @Version private int version;

  /** Which account's limit of what. */
  @Embeddable
  public record Key(
      @Column(name = "account_id") String accountId, @Column(name = "name") String name)
      implements Serializable {}

  protected Quota() {}

  public Quota(Key key, int maximum) {
    this.key = key;
    this.maximum = maximum;
  }

  public void limitTo(int newMaximum) {
    maximum = newMaximum;
  }

  public Key key() {
    return key;
  }

  public int maximum() {
    return maximum;
  }
}
