package cloud.jarrah.instances.boundary;

import cloud.jarrah.instances.control.Screenshots;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Forgets screenshots. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScreenshotTimer {
  private static final Logger LOG = Logger.getLogger(ScreenshotTimer.class);

  @Inject Screenshots screenshots;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void forget() {
    try {
      screenshots.purge();
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000302 old screenshots could not be deleted; the next run tries again");
    }
  }
}
