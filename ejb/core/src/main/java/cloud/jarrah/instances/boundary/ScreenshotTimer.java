package cloud.jarrah.instances.boundary;

import cloud.jarrah.instances.control.Screenshots;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Forgets screenshots. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScreenshotTimer {
  @Inject Screenshots screenshots;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void forget() {
    screenshots.purge();
  }
}
