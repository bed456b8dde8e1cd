package cloud.jarrah.images.boundary;

import cloud.jarrah.images.control.StoreSweep;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Once an hour. Two servers doing it at once do no harm. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImageStoreTimer {
  private static final Logger LOG = Logger.getLogger(ImageStoreTimer.class);

  @Inject StoreSweep sweep;

  // A timer that throws is repeated at once and then given up; the next hour is soon enough.
  @Schedule(hour = "*", minute = "17", persistent = false)
  void sweep() {
    try {
      sweep.run();
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000204 could not sweep the image store");
    }
  }
}
