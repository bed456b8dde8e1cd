package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Holds fencing back while too many hosts have vanished together. */
@Entity
@Table(name = "host_brakes")
public class HostBrake {
  public static final String HOSTS = "hosts";

  @Id private String name;

  @Column(name = "since_at")
  private @Nullable Instant since;

  private @Nullable String reason;

  protected HostBrake() {}

  public HostBrake(String name) {
    this.name = name;
  }

  /** Holds, or lets go with null; true if that is a change. */
  public boolean hold(@Nullable String why, Instant now) {
    boolean changes = (why == null) != (since == null);
    reason = why;
    if (changes) {
      since = why == null ? null : now;
    }
    return changes;
  }

  /** Since when it holds; null: it does not. */
  public @Nullable Instant since() {
    return since;
  }

  public @Nullable String reason() {
    return reason;
  }
}
