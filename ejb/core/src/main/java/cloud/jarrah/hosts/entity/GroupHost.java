package cloud.jarrah.hosts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A group of consumers uses a host; all of the group there are of one partition. */
@Entity
@Table(name = "group_hosts")
public class GroupHost {
  @EmbeddedId private Key key;

  @Column(name = "partition_number")
  private int partition;

  /** Which group uses which host. */
  @Embeddable
  public record Key(
      @Column(name = "group_id") String groupId, @Column(name = "host_id") String hostId)
      implements Serializable {}

  protected GroupHost() {}

  /**
   * A new use.
   *
   * @param partition 0 where the group has none
   */
  public GroupHost(Key key, int partition) {
    this.key = key;
    this.partition = partition;
  }

  public String hostId() {
    return key.hostId();
  }

  public int partition() {
    return partition;
  }
}
