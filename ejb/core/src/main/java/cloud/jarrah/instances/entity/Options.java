package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What an owner chooses for an instance at launch and changes at any time.
 *
 * @param terminationRefused whether the API refuses to terminate it
 * @param stopRefused whether the API refuses to stop it, and to terminate it
 * @param monitored whether detailed monitoring is wanted
 * @param autoRecovery whether it may be started elsewhere when its host has failed
 */
@Embeddable
public record Options(
    @Column(name = "disable_api_termination") boolean terminationRefused,
    @Column(name = "disable_api_stop") boolean stopRefused,
    @Column(name = "monitored") boolean monitored,
    @Column(name = "auto_recovery") @Enumerated(EnumType.STRING) AutoRecovery autoRecovery) {
  public static final Options NONE = new Options(false, false, false, AutoRecovery.DEFAULT);

  public Options terminationRefused(boolean refused) {
    return new Options(refused, stopRefused, monitored, autoRecovery);
  }

  public Options stopRefused(boolean refused) {
    return new Options(terminationRefused, refused, monitored, autoRecovery);
  }

  public Options monitored(boolean wanted) {
    return new Options(terminationRefused, stopRefused, wanted, autoRecovery);
  }

  public Options autoRecovery(AutoRecovery chosen) {
    return new Options(terminationRefused, stopRefused, monitored, chosen);
  }
}
