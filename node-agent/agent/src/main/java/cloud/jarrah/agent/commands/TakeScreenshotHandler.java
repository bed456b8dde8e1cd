package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.messaging.Reports;
import cloud.jarrah.agent.screens.Jpeg;
import cloud.jarrah.node.NodeCommand.TakeScreenshot;
import cloud.jarrah.node.NodeReport.Screenshot;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Sends a picture of a guest's display, or why there is none. */
final class TakeScreenshotHandler implements SideCommandHandler<TakeScreenshot> {
  private static final System.Logger LOG = System.getLogger(TakeScreenshotHandler.class.getName());

  private final Hypervisor hypervisor;
  private final Reports reports;

  TakeScreenshotHandler(Hypervisor hypervisor, Reports reports) {
    this.hypervisor = hypervisor;
    this.reports = reports;
  }

  @Override
  public Class<TakeScreenshot> type() {
    return TakeScreenshot.class;
  }

  @Override
  public void apply(TakeScreenshot command) {
    try {
      byte[] jpeg =
          Jpeg.encode(
              hypervisor.screenshot(command.instanceId(), command.wakeUp()),
              Screenshot.MOST_IMAGE_BYTES);
      report(command, Base64.getEncoder().encodeToString(jpeg), null, false);
    } catch (HypervisorException e) {
      report(command, null, e.getMessage(), !e.retryable());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, command.instanceId() + ": its display cannot be shown", e);
      report(command, null, "The host cannot make a picture of the display", false);
    }
  }

  private void report(
      TakeScreenshot command, @Nullable String image, @Nullable String problem, boolean hopeless) {
    reports.screenshot(
        new Screenshot(command.screenshotId(), command.instanceId(), image, problem, hopeless));
  }
}
