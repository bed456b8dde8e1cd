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

  public ConsoleOutput(String instanceId) {
    this.instanceId = instanceId;
  }

  /**
   * Replaces what was known.
   *
   * @param base64 the console's last bytes
   */
  public void replace(String base64, Instant now) {
    content = base64;
    takenAt = now;
  }

  /** Base64. */
  public String content() {
    return content;
  }

  public Instant takenAt() {
    return takenAt;
  }
}
