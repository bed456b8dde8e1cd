package cloud.jarrah.hosts.control;

import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.ReportEnvelope;
import java.util.List;

/** A feature that wants to know what hosts see of its resources. Called in a transaction. */
public interface InventoryListener {

  /** All that a host has. */
  void inventory(ReportEnvelope envelope, List<InstanceObservation> instances);

  /** Those of the instances that live on another host than this. */
  List<String> movedAway(String hostId, List<InstanceObservation> instances);

  /**
   * What came of a command.
   *
   * @param overtaken whether an inventory that was made after it has been taken in already: what
   *     the result says of the instance is out of date, even if that one said nothing new
   */
  void commandResult(ReportEnvelope envelope, NodeReport.CommandResult result, boolean overtaken);

  /** A guest's display. */
  void screenshot(ReportEnvelope envelope, NodeReport.Screenshot screenshot);

  /** The end of a serial console. */
  void console(ReportEnvelope envelope, NodeReport.ConsoleOutput output);
}
