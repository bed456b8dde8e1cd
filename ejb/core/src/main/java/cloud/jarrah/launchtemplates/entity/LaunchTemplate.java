package cloud.jarrah.launchtemplates.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A launch template: its name and which of its versions count. Its first version is number 1. */
@Entity
@Table(name = "launch_templates")
public class LaunchTemplate {
  @Id private String id;

  @Column(name = "account_id")
  private String accountId;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "default_version")
  private long defaultVersion;

  @Column(name = "latest_version")
  private long latestVersion;

  @Column(name = "last_number")
  private long lastNumber;

  @Version private long version;

  protected LaunchTemplate() {}

  /**
   * A template with its first version.
   *
   * @param createdBy ARN of the user
   */
  public LaunchTemplate(
      String id, String accountId, String name, String createdBy, Instant createdAt) {
    this.id = id;
    this.accountId = accountId;
    this.name = name;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
    this.defaultVersion = 1;
    this.latestVersion = 1;
    this.lastNumber = 1;
  }

  /** The number of a further version, which is the latest now. */
  public long nextNumber() {
    lastNumber++;
    latestVersion = lastNumber;
    return lastNumber;
  }

  /** A version that exists counts where none is named. */
  public void chooseDefault(long number) {
    defaultVersion = number;
  }

  /** Versions were deleted. */
  public void latestIs(long number) {
    latestVersion = number;
  }

  public String id() {
    return id;
  }

  public String accountId() {
    return accountId;
  }

  public String name() {
    return name;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public String createdBy() {
    return createdBy;
  }

  public long defaultVersion() {
    return defaultVersion;
  }

  public long latestVersion() {
    return latestVersion;
  }
}
