package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A start of a server that takes in what hosts say. */
@Entity
@Table(name = "host_listeners")
public class HostListener {
  @Id private String owner;

  @Column(name = "since_at")
  private Instant since;

  @Column(name = "noted_at")
  private Instant noted;

  protected HostListener() {}

  HostListener(String owner, Instant now) {
    this.owner = owner;
    this.since = now;
    this.noted = now;
  }

  /** It listens; if it did not say so in time, or the clock was set back, it begins anew. */
  void listens(Instant now) {
    if (noted.plus(ListenerRepository.GAP).isBefore(now) || since.isAfter(now)) {
      since = now;
    }
    noted = now;
  }

  Instant since() {
    return since;
  }

  Instant noted() {
    return noted;
  }
}
