package cloud.jarrah.quotas.boundary;

import cloud.jarrah.quotas.control.UsageLedger;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Keeps the lists short that say what accounts use. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UsageTimer {
  private static final Logger LOG = Logger.getLogger(UsageTimer.class);

  @Inject UsageLedger ledger;

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  void sumUp() {
    try {
      ledger.sumUp();
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000304 usage could not be summed up; the next run tries again");
    }
  }
}
