package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Why an instance is in its state, for its owner: EC2's StateReason.
 *
 * @param code begins with {@code Client.} or {@code Server.}
 */
@Embeddable
public record Reason(
    @Column(name = "reason_code") String code, @Column(name = "reason_message") String message) {

  public static final Reason GUESTS_SHUTDOWN =
      of("Client.InstanceInitiatedShutdown", "Instance initiated shutdown");
  public static final Reason RECOVERED =
      of("Server.HostFailed", "The host has failed; the instance is started on another one");
  public static final String DELAYED = "Server.Delayed";
  public static final String HOST_UNREACHABLE = "Server.HostUnreachable";

  /** A reason whose message repeats the code, as EC2 writes it. */
  public static Reason of(String code, String text) {
    String message = code + ": " + text;
    return new Reason(code, message.length() <= 1024 ? message : message.substring(0, 1024));
  }

  /** Whether it only tells why something takes long. */
  boolean delay() {
    return code.equals(DELAYED) || code.equals(HOST_UNREACHABLE);
  }

  boolean usersOwn() {
    return code.startsWith("Client.");
  }
}
