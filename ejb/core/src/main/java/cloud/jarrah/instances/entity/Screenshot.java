package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A display that was asked for and, once its host has answered, what it shows. */
@Entity
@Table(name = "screenshots")
public class Screenshot {
  @Id private String id;

  @Column(name = "instance_id")
  private String instanceId;

  @Column(name = "host_id")
  private String hostId;

  @Column(name = "wake_up")
  private boolean wakeUp;

  @Column(name = "requested_at")
  private Instant requestedAt;

  private @Nullable String image;
  private @Nullable String problem;
  private boolean hopeless;

  @Version private long version;

  protected Screenshot() {}

  public Screenshot(String id, Instance instance, boolean wakeUp, Instant now) {
    this.id = id;
    this.instanceId = instance.id();
    this.hostId = instance.hostId();
    this.wakeUp = wakeUp;
    this.requestedAt = now;
  }

  /** Its host has sent it. */
  public void taken(String jpeg) {
    image = jpeg;
  }

  /**
   * Its host cannot send it.
   *
   * @param forGood whether asking again cannot help
   */
  public void refused(String why, boolean forGood) {
    problem = why.length() <= 1024 ? why : why.substring(0, 1024);
    hopeless = forGood;
  }

  public boolean answered() {
    return image != null || problem != null;
  }

  public String id() {
    return id;
  }

  public String instanceId() {
    return instanceId;
  }

  public String hostId() {
    return hostId;
  }

  /** JPEG in base64. */
  public @Nullable String image() {
    return image;
  }

  public @Nullable String problem() {
    return problem;
  }

  public boolean hopeless() {
    return hopeless;
  }
}
