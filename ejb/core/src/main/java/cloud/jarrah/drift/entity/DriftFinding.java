package cloud.jarrah.drift.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that audits see: a suspicion, and once it is confirmed a finding. */
@Entity
@Table(name = "drift_findings")
public class DriftFinding {
  @Id private String id;
  private String kind;
  private String resource;

  @Column(name = "account_id")
  private @Nullable String accountId;

  private @Nullable String detail;

  @Column(name = "first_seen")
  private Instant firstSeen;

  @Column(name = "last_seen")
  private Instant lastSeen;

  private boolean confirmed;

  protected DriftFinding() {}

  public DriftFinding(String kind, String resource, Instant now) {
    this.id = id(kind, resource);
    this.kind = kind;
    this.resource = resource;
    this.firstSeen = now;
    this.lastSeen = now;
  }

  static String id(String kind, String resource) {
    return kind + ":" + resource;
  }

  /** Notes that a further look named it. */
  public void seen(Instant now) {
    lastSeen = now;
  }

  /** It is there, and could not be mended; true if that is news. */
  public boolean confirm(String owner, String why) {
    boolean news = !confirmed;
    confirmed = true;
    accountId = owner;
    detail = why.length() <= 1024 ? why : why.substring(0, 1024);
    return news;
  }

  public String kind() {
    return kind;
  }

  public String resource() {
    return resource;
  }

  public boolean confirmed() {
    return confirmed;
  }

  public @Nullable String detail() {
    return detail;
  }

  public Instant firstSeen() {
    return firstSeen;
  }

  public Instant lastSeen() {
    return lastSeen;
  }
}
