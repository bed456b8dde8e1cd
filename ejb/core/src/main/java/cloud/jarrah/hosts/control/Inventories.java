package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes in all that a host says it has: what is on it, then the host itself. */
@Singleton
public class Inventories {
  private final InventoryListener listener;
  private final Readmission readmission;
  private final DatabaseTime time;

  @Inject
  public Inventories(InventoryListener listener, Readmission readmission, DatabaseTime time) {
    this.listener = listener;
    this.readmission = readmission;
    this.time = time;
  }

  void received(ReportEnvelope envelope, Host host, NodeReport.Inventory inventory) {
    if (host.hasShownSince(envelope.incarnation(), envelope.sequence())) {
      return;
    }
    // Others lock instances before their host: its row is written when no more of them are locked.
    listener.inventory(envelope, inventory.instances());
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
