package cloud.jarrah.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;

/** An account: the owner of everything its users make. */
@Entity
@Table(name = "account")
public class Account {
  @Id private String id;

  @Column(nullable = false)
  private String name;

  @Column(name = "name_key", nullable = false)
  private String nameKey;

  @Column(nullable = false)
  private boolean administrator;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Version private int version;

  protected Account() {}

  /**
   * A new account.
   *
   * @param id 12 digits
   * @param administrator whether its users administer the cloud
   */
  public Account(String id, String name, boolean administrator, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.nameKey = key(name);
    this.administrator = administrator;
    this.createdAt = createdAt;
  }

  /** Names that differ in case only are the same name. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean administrator() {
    return administrator;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
