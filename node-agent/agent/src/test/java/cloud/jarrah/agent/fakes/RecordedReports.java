package cloud.jarrah.agent.fakes;

import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.ConsoleOutput;
import cloud.jarrah.node.NodeReport.Screenshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what was to be said. */
public final class RecordedReports implements Reports {
  public final List<CommandResult> results = new CopyOnWriteArrayList<>();
  public final List<ConsoleOutput> consoles = new CopyOnWriteArrayList<>();
  public final List<Screenshot> screenshots = new CopyOnWriteArrayList<>();
  public final AtomicInteger inventories = new AtomicInteger();

  @Override
  public void heartbeatDue() {}

  @Override
  public void inventoryDue() {
    inventories.incrementAndGet();
  }

  @Override
  public void result(CommandResult result) {
    results.add(result);
  }

  @Override
  public void screenshot(Screenshot screenshot) {
    screenshots.add(screenshot);
  }

  @Override
  public void console(ConsoleOutput output) {
    consoles.add(output);
  }
}
