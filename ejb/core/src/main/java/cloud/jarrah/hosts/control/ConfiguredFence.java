package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.FenceSettings;
import cloud.jarrah.platform.config.Settings;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.time.Countdown;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Switches a host off as an administrator has set it up for it. */
@Singleton
public class ConfiguredFence implements Fence {
  private static final Logger LOG = Logger.getLogger(ConfiguredFence.class);

  private final EntityManager entities;
  private final Transactions transactions;
  private final Sealing sealing;
  private final IpmiFence ipmi;

  @Inject
  public ConfiguredFence(
      EntityManager entities, Transactions transactions, Sealing sealing, Settings settings) {
    this.entities = entities;
    this.transactions = transactions;
    this.sealing = sealing;
    this.ipmi =
        new IpmiFence(
            settings.text("jarrah.hosts.ipmitool", "ipmitool"), IpmiFence.Limits.STANDARD);
  }

  @Override
  public Outcome switchOff(String hostId, Countdown allowed) {
    Optional<IpmiFence.Controller> controller;
    try {
      controller = controller(hostId);
    } catch (IllegalStateException e) {
      // One host's settings must not keep the others from being fenced.
      return Outcome.notConfirmed(
          "Its fencing settings cannot be read: set them again with PUT /admin/v1/hosts/"
              + hostId
              + "/fencing");
    }
    return controller
        .map(c -> ipmi.switchOff(c, allowed))
        .orElseGet(() -> askAdministrator(hostId));
  }

  /** Switches it on if it is known how; whether that has worked, it says itself. */
  void switchOn(String hostId) {
    try {
      controller(hostId).ifPresent(ipmi::switchOn);
    } catch (IllegalStateException e) {
      LOG.warnf("host %s cannot be switched on: its fencing settings cannot be read", hostId);
    }
  }

  private Optional<IpmiFence.Controller> controller(String hostId) {
    return transactions.requiresNew(
        () ->
            Optional.ofNullable(entities.find(FenceSettings.class, hostId))
                .map(settings -> controller(hostId, settings)));
  }

  private IpmiFence.Controller controller(String hostId, FenceSettings settings) {
    String user = settings.userName();
    String secret = settings.secret();
    return new IpmiFence.Controller(
        settings.address(),
        user == null ? "" : user,
        secret == null ? "" : sealing.open(secret, FenceSettings.place(hostId)));
  }

  /** The last resort: nobody but an administrator can say that the host is off. */
  static Outcome askAdministrator(String hostId) {
    return Outcome.notConfirmed(
        "No fencing is set up for it. Switch it off, then confirm with POST /admin/v1/hosts/"
            + hostId
            + "/confirm-off");
  }
}
