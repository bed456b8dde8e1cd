package cloud.jarrah.agent.messaging;

import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.ConsoleOutput;
import cloud.jarrah.node.NodeReport.Screenshot;

/** What the parts of the agent want said to the cloud. Returns at once; never fails. */
public interface Reports {

  void heartbeatDue();

  void inventoryDue();

  /** The result is sent after an inventory that shows its effect. */
  void result(CommandResult result);

  void console(ConsoleOutput output);

  void screenshot(Screenshot screenshot);
}
