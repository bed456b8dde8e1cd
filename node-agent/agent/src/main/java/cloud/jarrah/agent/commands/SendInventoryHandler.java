package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.node.NodeCommand.SendInventory;

/** Sends the inventory as it is known now; the answer comes after it. */
final class SendInventoryHandler implements HostCommandHandler<SendInventory> {
  private final Reports reports;

  SendInventoryHandler(Reports reports) {
    this.reports = reports;
  }

  @Override
  public Class<SendInventory> type() {
    return SendInventory.class;
  }

  @Override
  public void apply(SendInventory command) {
    reports.inventoryDue();
  }
}
