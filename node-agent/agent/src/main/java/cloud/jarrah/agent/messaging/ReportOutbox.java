package cloud.jarrah.agent.messaging;

import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeReport.CommandResult;
import cloud.jarrah.node.NodeReport.ConsoleOutput;
import cloud.jarrah.node.NodeReport.Screenshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent. Bounded whatever happens: one inventory, one heartbeat, the newest
 * results, a few screenshots and the newest output of each of a few consoles. Results and consoles
 * that fall out are only hints.
 */
public final class ReportOutbox implements Reports {
  static final int MOST_RESULTS = 2_000;
  static final int MOST_CONSOLES = 64;
  static final int MOST_SCREENSHOTS = 8;

  private final Supplier<? extends NodeReport> inventory;
  private final Supplier<? extends NodeReport> heartbeat;
  private final Deque<CommandResult> results = new ArrayDeque<>();
  private final Map<String, ConsoleOutput> consoles = new LinkedHashMap<>();
  private final Deque<Screenshot> screenshots = new ArrayDeque<>();
  private boolean inventoryDue;
  private boolean heartbeatDue;
  private volatile Runnable wake = () -> {};

  /**
   * @param inventory makes the inventory when it is sent
   */
  public ReportOutbox(
      Supplier<? extends NodeReport> inventory, Supplier<? extends NodeReport> heartbeat) {
    this.inventory = inventory;
    this.heartbeat = heartbeat;
  }

  /** {@code action} is called whenever there is something to send. */
  void wakeWith(Runnable action) {
    wake = action;
  }

  @Override
  public void heartbeatDue() {
    synchronized (this) {
      heartbeatDue = true;
    }
    wake.run();
  }

  @Override
  public void inventoryDue() {
    synchronized (this) {
      inventoryDue = true;
    }
    wake.run();
  }

  @Override
  public void result(CommandResult result) {
    synchronized (this) {
      inventoryDue = true;
      results.add(result);
      if (results.size() > MOST_RESULTS) {
        results.remove();
      }
    }
    wake.run();
  }

  @Override
  public void console(ConsoleOutput output) {
    synchronized (this) {
      consoles.remove(output.instanceId());
      consoles.put(output.instanceId(), output);
      if (consoles.size() > MOST_CONSOLES) {
        Iterator<String> oldest = consoles.keySet().iterator();
        oldest.next();
        oldest.remove();
      }
    }
    wake.run();
  }

  /** Somebody waits for it, but for seconds only: the oldest is the first to be of no use. */
  @Override
  public void screenshot(Screenshot screenshot) {
    synchronized (this) {
      screenshots.add(screenshot);
      if (screenshots.size() > MOST_SCREENSHOTS) {
        screenshots.remove();
      }
    }
    wake.run();
  }

  synchronized boolean isInventoryNext() {
    return inventoryDue;
  }

  /** Takes the next report out, null when nothing waits. */
  @Nullable NodeReport next() {
    Supplier<? extends NodeReport> made;
    synchronized (this) {
      if (inventoryDue) {
        inventoryDue = false;
        heartbeatDue = false;
        made = inventory;
      } else if (!results.isEmpty()) {
        return results.remove();
      } else if (!screenshots.isEmpty()) {
        return screenshots.remove();
      } else if (heartbeatDue) {
        heartbeatDue = false;
        made = heartbeat;
      } else {
        return nextConsole();
      }
    }
    return made.get();
  }

  private @Nullable NodeReport nextConsole() {
    Iterator<ConsoleOutput> oldest = consoles.values().iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    ConsoleOutput output = oldest.next();
    oldest.remove();
    return output;
  }
}
