package cloud.jarrah.accounts.boundary;

import cloud.jarrah.accounts.control.KeyUse;
import cloud.jarrah.accounts.control.Sessions;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Every minute, on every server: each knows which keys it saw. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CredentialTimer {
  private static final Logger LOG = Logger.getLogger(CredentialTimer.class);

  @Inject KeyUse keyUse;
  @Inject Sessions sessions;

  // A timer that throws is repeated at once and then given up; the next minute is soon enough.
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void flush() {
    try {
      keyUse.flush();
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000101 could not write when access keys were last used");
    }
  }

  @Schedule(hour = "*", minute = "*/10", second = "40", persistent = false)
  void purge() {
    try {
      sessions.purge();
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000103 could not delete expired sessions");
    }
  }
}
