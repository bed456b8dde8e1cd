package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.launchtemplates.control.TokenMemory;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Forgets client tokens. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LaunchTemplateTimer {
  private static final Logger LOG = Logger.getLogger(LaunchTemplateTimer.class);

  @Inject TokenMemory tokens;

  // A timer that throws is repeated at once and then given up; the next hour is soon enough.
  @Schedule(hour = "*", minute = "7", persistent = false)
  void forget() {
    try {
      tokens.purge();
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000301 could not delete used client tokens");
    }
  }
}
