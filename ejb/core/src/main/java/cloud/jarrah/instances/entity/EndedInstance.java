package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is remembered of an instance that is no longer shown: that it ended, and where. */
@Entity
@Table(name = "ended_instances")
public class EndedInstance {
  @Id private String id;

  @Column(name = "host_id")
  private String hostId;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected EndedInstance() {}

  EndedInstance(String id, String hostId, Instant endedAt) {
    this.id = id;
    this.hostId = hostId;
    this.endedAt = endedAt;
  }

  public String hostId() {
    return hostId;
  }

  public Instant endedAt() {
    return endedAt;
  }
}
