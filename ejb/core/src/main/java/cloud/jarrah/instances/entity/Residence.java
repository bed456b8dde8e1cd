package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.jspecify.annotations.Nullable;

/** Where an instance is, and why there. */
@Embeddable
public class Residence {
  private String zone;

  @Column(name = "host_id")
  private String hostId;

  @Column(name = "placement_note")
  private String note;

  @Embedded private @Nullable GroupSeat group;

  protected Residence() {}

  /**
   * @param note why there, for people
   * @param group null if it is in no placement group
   */
  public Residence(String zone, String hostId, String note, @Nullable GroupSeat group) {
    this.zone = zone;
    this.hostId = hostId;
    this.note = note;
    this.group = group;
  }

  public String zone() {
    return zone;
  }

  public String hostId() {
    return hostId;
  }

  public String note() {
    return note;
  }

  public @Nullable GroupSeat group() {
    return group;
  }
}
