package cloud.jarrah.drift.boundary;

import cloud.jarrah.drift.control.Audit;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Audits every minute, one run at a time. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DriftTimer {
  private static final Logger LOG = Logger.getLogger(DriftTimer.class);

  @Inject Audit audit;

  private final AtomicBoolean running = new AtomicBoolean();

  // A timer that throws is repeated at once and then given up; the next minute is soon enough.
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void tick() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      audit.run();
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000403 the audit failed and is tried again in a minute");
    } finally {
      running.set(false);
    }
  }
}
