package cloud.jarrah.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened. Never changes. */
@Entity
@Table(name = "event")
public class Event {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "event_seq")
  @SequenceGenerator(name = "event_seq", sequenceName = "event_seq", allocationSize = 50)
  private @Nullable Long id;

  @Column(name = "happened_at", nullable = false)
  private Instant happenedAt;

  @Column(name = "request_id", nullable = false)
  private String requestId;

  @Column(name = "account_id", nullable = false)
  private String accountId;

  @Column(name = "user_name", nullable = false)
  private String userName;

  @Column(nullable = false)
  private String credential;

  @Column(name = "source_address", nullable = false)
  private String sourceAddress;

  @Column(nullable = false)
  private String protocol;

  @Column(nullable = false)
  private String action;

  @Column(nullable = false)
  private String resources;

  @Column(nullable = false)
  private String outcome;

  private @Nullable String detail;

  @Column(name = "before_state")
  private @Nullable String before;

  @Column(name = "after_state")
  private @Nullable String after;

  protected Event() {}

  public Event(Instant happenedAt, EventActor actor, EventContent content) {
    this.happenedAt = happenedAt;
    this.requestId = cut(actor.requestId(), 64);
    this.accountId = cut(actor.accountId(), 12);
    this.userName = cut(actor.userName(), 64);
    this.credential = cut(actor.credential(), 128);
    this.sourceAddress = cut(actor.sourceAddress(), 64);
    this.protocol = actor.protocol();
    this.action = cut(content.action(), 96);
    this.resources = cut(String.join(" ", content.resources()), 4000);
    this.outcome = cut(content.outcome(), 64);
    this.detail = content.detail() == null ? null : cut(content.detail(), 1000);
    this.before = content.before() == null ? null : cut(content.before(), 4000);
    this.after = content.after() == null ? null : cut(content.after(), 4000);
  }

  /** A long value must not make the change itself fail. */
  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public String requestId() {
    return requestId;
  }

  public String accountId() {
    return accountId;
  }

  public String action() {
    return action;
  }

  public String resources() {
    return resources;
  }

  public String outcome() {
    return outcome;
  }

  public @Nullable String detail() {
    return detail;
  }

  public @Nullable String before() {
    return before;
  }

  public @Nullable String after() {
    return after;
  }
}
