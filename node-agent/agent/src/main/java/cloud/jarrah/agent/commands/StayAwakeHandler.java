package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.agent.slumber.Bedtime;
import cloud.jarrah.node.NodeCommand.StayAwake;
import java.io.IOException;

/** Says by the inventory that the host stays awake, once it is sure. */
final class StayAwakeHandler implements SideCommandHandler<StayAwake> {
  private final Bedtime bedtime;
  private final Reports reports;

  StayAwakeHandler(Bedtime bedtime, Reports reports) {
    this.bedtime = bedtime;
    this.reports = reports;
  }

  @Override
  public Class<StayAwake> type() {
    return StayAwake.class;
  }

  @Override
  public void apply(StayAwake command) throws CommandFailedException {
    try {
      bedtime.stayAwake(command.number());
    } catch (IOException e) {
      throw new CommandFailedException(
          "The host cannot note that it stays awake: " + e.getMessage(), true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("The agent is ending", true, e);
    }
    reports.inventoryDue();
  }
}
