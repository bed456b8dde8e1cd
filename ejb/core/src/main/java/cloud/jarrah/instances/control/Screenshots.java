package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.Screenshot;
import cloud.jarrah.instances.entity.ScreenshotRepository;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Displays that somebody wants to see. The question is a row and a command, the answer comes to
 * whichever server takes in the host's report and is written into the row: nobody waits in memory
 * for a host.
 */
@Singleton
public class Screenshots {
  private static final Logger LOG = Logger.getLogger(Screenshots.class);

  /** Who asks within this after another gets the same picture. */
  private static final Duration SHARED = Duration.ofSeconds(1);

  /** Longer than anybody waits: the host's clock may be ahead of ours. */
  private static final Duration ASKED_FOR = Duration.ofSeconds(30);

  private static final Duration KEPT = Duration.ofSeconds(40);

  private final ScreenshotRepository screenshots;
  private final CommandOutbox outbox;
  private final InstanceWakeup wakeup;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final Ids ids;

  @Inject
  public Screenshots(
      ScreenshotRepository screenshots,
      CommandOutbox outbox,
      InstanceWakeup wakeup,
      Transactions transactions,
      DatabaseTime time,
      Ids ids) {
    this.screenshots = screenshots;
    this.outbox = outbox;
    this.wakeup = wakeup;
    this.transactions = transactions;
    this.time = time;
    this.ids = ids;
  }

  /** Asks the instance's host; the id of the question. */
  public String ask(Instance instance, boolean pressKey, String requestId) {
    Instant now = time.now();
    Optional<Screenshot> shared = screenshots.since(instance.id(), pressKey, now.minus(SHARED));
    if (shared.isPresent()) {
      return shared.get().id();
    }
    Screenshot screenshot = new Screenshot(ids.next("shot"), instance, pressKey, now);
    screenshots.add(screenshot);
    outbox.write(
        new CommandOutbox.Order(
            instance.hostId(),
            screenshot.id(),
            1,
            now.plus(ASKED_FOR),
            requestId,
            new NodeCommand.TakeScreenshot(instance.id(), screenshot.id(), pressKey)));
    wakeup.afterCommit();
    return screenshot.id();
  }

  /** The answer, once it is there; in a transaction of its own. */
  Optional<Screenshot> answer(String id) {
    return transactions.requiresNew(() -> screenshots.find(id).filter(Screenshot::answered));
  }

  /** Takes in what a host sent: believed of its own guests only, and only what was asked for. */
  void received(String hostId, NodeReport.Screenshot report) {
    Optional<Screenshot> asked =
        screenshots
            .find(report.screenshotId())
            .filter(s -> s.hostId().equals(hostId) && s.instanceId().equals(report.instanceId()));
    if (asked.isEmpty()) {
      LOG.debugf("host %s sent a screenshot that nobody waits for", hostId);
      return;
    }
    Screenshot screenshot = asked.get();
    outbox.withdraw(screenshot.id());
    if (screenshot.answered()) {
      return;
    }
    String image = report.image();
    if (image != null && isJpeg(image)) {
      screenshot.taken(image);
    } else {
      String problem = report.problem();
      screenshot.refused(
          problem == null ? "The host sent something that is no picture." : Wording.shown(problem),
          report.hopeless());
    }
  }

  private static boolean isJpeg(String base64) {
    if (base64.length() > NodeReport.Screenshot.MOST_IMAGE_BYTES / 3 * 4 + 4) {
      return false;
    }
    try {
      byte[] jpeg = Base64.getDecoder().decode(base64);
      return jpeg.length > 3
          && (jpeg[0] & 0xff) == 0xff
          && (jpeg[1] & 0xff) == 0xd8
          && (jpeg[2] & 0xff) == 0xff;
    } catch (IllegalArgumentException e) {
      LOG.debug("not base64", e);
      return false;
    }
  }

  /** Forgets what was asked for a while ago: what guests show is nobody's business afterwards. */
  public int purge() {
    return transactions.requiresNew(() -> screenshots.removeBefore(time.now().minus(KEPT)));
  }
}
