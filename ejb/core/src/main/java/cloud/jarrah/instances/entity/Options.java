package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What an owner chooses for an instance at launch and changes at any time.
 *
 * @param terminationRefused whether the API refuses to terminate it
 * @param stopRefused whether the API refuses to stop it, and to terminate it
 * @param monitored whether detailed monitoring is wanted
 */
@Embeddable
public record Options(
    @Column(name = "disable_api_termination") boolean terminationRefused,
    @Column(name = "disable_api_stop") boolean stopRefused,
    @Column(name = "monitored") boolean monitored) {
  public static final Options NONE = new Options(false, false, false);

  public Options terminationRefused(boolean refused) {
    return new Options(refused, stopRefused, monitored);
  }

  public Options stopRefused(boolean refused) {
    return new Options(terminationRefused, refused, monitored);
  }

  public Options monitored(boolean wanted) {
    return new Options(terminationRefused, stopRefused, wanted);
  }
}
