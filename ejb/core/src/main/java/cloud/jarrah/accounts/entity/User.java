package cloud.jarrah.accounts.entity;

import cloud.jarrah.platform.actions.Identity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A user of an account. The first, {@code root}, has the account's own id. */
@Entity
@Table(name = "cloud_user")
public class User {
  public static final String ROOT = "root";

  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(nullable = false)
  private String name;

  @Column(name = "name_key", nullable = false)
  private String nameKey;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Version private int version;

  protected User() {}

  private User(String id, Account account, String name, Instant createdAt) {
    this.id = id;
    this.account = account;
    this.name = name;
    this.nameKey = Account.key(name);
    this.createdAt = createdAt;
  }

  public static User rootOf(Account account) {
    return new User(account.id(), account, ROOT, account.createdAt());
  }

  public Identity identity() {
    return new Identity(account.id(), id, name, account.administrator());
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }
}
