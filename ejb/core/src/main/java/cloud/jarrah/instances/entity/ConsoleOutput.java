package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last that a serial console showed. */
@Entity
@Table(name = "console_outputs")
public class ConsoleOutput {
  @Id
  @Column(name = "instance_id")
  private String instanceId;

  private String content;

  @Column(name = "taken_at")
  private Instant takenAt;

  protected ConsoleOutput() {}

  /**
   * What a host has just reported.
   *
   * @param content base64 of the console's last bytes
   */
  public ConsoleOutput(String instanceId, String content, Instant takenAt) {
    this.instanceId = instanceId;
    this.content = content;
    this.takenAt = takenAt;
  }

  /** Base64. */
  public String content() {
    return content;
  }

  public Instant takenAt() {
    return takenAt;
  }
}
