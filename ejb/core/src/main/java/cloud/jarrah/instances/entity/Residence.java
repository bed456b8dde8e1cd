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

  @Column(name = "storage_id")
  private @Nullable String storageId;

  protected Residence() {}

  /**
   * @param note why there, for people
   * @param group null if it is in no placement group
   * @param storageId where its disk lies if hosts share that; null: on its host alone
   */
  public Residence(
      String zone,
      String hostId,
      String note,
      @Nullable GroupSeat group,
      @Nullable String storageId) {
    this.zone = zone;
    this.hostId = hostId;
    this.note = note;
    this.group = group;
    this.storageId = storageId;
  }

  /** The same place but for the host. */
  public Residence at(String otherHost, String why, @Nullable String otherStorage) {
    return new Residence(zone, otherHost, why, group, otherStorage);
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

  public @Nullable String storageId() {
    return storageId;
  }
}
