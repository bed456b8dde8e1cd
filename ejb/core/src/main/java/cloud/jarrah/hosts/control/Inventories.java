package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import org.jboss.logging.Logger;

/** Takes in all that a host says it has: what is on it, then the host itself. */
@Singleton
public class Inventories {
  private static final Logger LOG = Logger.getLogger(Inventories.class);

  private final HostRepository hosts;
  private final InventoryListener listener;
  private final Readmission readmission;
  private final DatabaseTime time;

  @Inject
  public Inventories(
      HostRepository hosts,
      InventoryListener listener,
      Readmission readmission,
      DatabaseTime time) {
    this.hosts = hosts;
    this.listener = listener;
    this.readmission = readmission;
    this.time = time;
  }

  void received(ReportEnvelope envelope, Host host, NodeReport.Inventory inventory) {
    if (isNews(host, envelope)) {
      listener.inventory(envelope, inventory.instances());
      // Others lock instances before their host, so it is locked when no more of them are. It is
      // locked, for what is placed there all the time would make this lose every race.
      Host row =
          hosts
              .lock(host.id())
              .filter(locked -> isNews(locked, envelope))
              .orElseThrow(() -> new OptimisticLockException("it is no news any more"));
      write(row, envelope, inventory);
    }
  }

  private static boolean isNews(Host host, ReportEnvelope envelope) {
    return host.isBehind(envelope.hostEpoch())
        || (host.epoch() == envelope.hostEpoch()
            && !host.hasShownSince(envelope.incarnation(), envelope.sequence()));
  }

  private void write(Host host, ReportEnvelope envelope, NodeReport.Inventory inventory) {
    if (host.isBehind(envelope.hostEpoch())) {
      LOG.warnf(
          "JARRAH000509 host %s (%s) is of epoch %d, the database knows of %d: it was restored from"
              + " before",
          host.name(), host.id(), envelope.hostEpoch(), host.epoch());
      host.catchUp(envelope.hostEpoch());
    }
    host.inventoryReceived(
        envelope.incarnation(),
        envelope.sequence(),
        inventory.capacity(),
        inventory.digest(),
        time.now());
    host.understands(envelope.understood());
    host.power().says(inventory.slumber(), time.now());
    readmission.present(host, envelope, inventory);
  }

  /** A report of an epoch that is over. */
  void former(Host host, ReportEnvelope envelope) {
    readmission.former(host, envelope);
  }
}
