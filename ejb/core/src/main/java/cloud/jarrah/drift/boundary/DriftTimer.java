package cloud.jarrah.drift.boundary;

import cloud.jarrah.drift.control.Audit;
import cloud.jarrah.platform.leases.Leases;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Audits every minute: one server, one run at a time. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DriftTimer {
  private static final Logger LOG = Logger.getLogger(DriftTimer.class);

  /** Longer than from one run to the next, so that the same server goes on. */
  private static final Duration HELD = Duration.ofSeconds(150);

  @Inject Audit audit;
  @Inject Leases leases;

  private final AtomicBoolean running = new AtomicBoolean();

  // A timer that throws is repeated at once and then given up; the next minute is soon enough.
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void tick() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      // Not proved again meanwhile: two servers at once would do no harm, only twice the work.
      leases.hold("audit", HELD).ifPresent(lease -> audit.run());
    } catch (RuntimeException e) {
      LOG.warnf(e, "JARRAH000403 the audit failed and is tried again in a minute");
    } finally {
      running.set(false);
    }
  }
}
