package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Where an instance is, and why there. */
@Embeddable
public class Residence {
  private String zone;

  @Column(name = "host_id")
  private String hostId;

  @Column(name = "placement_note")
  private String note;

  protected Residence() {}

  /**
   * @param note why there, for people
   */
  public Residence(String zone, String hostId, String note) {
    this.zone = zone;
    this.hostId = hostId;
    this.note = note;
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
}
