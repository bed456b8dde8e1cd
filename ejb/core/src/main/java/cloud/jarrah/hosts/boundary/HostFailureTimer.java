package cloud.jarrah.hosts.boundary;

import cloud.jarrah.hosts.control.HostFailures;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Watches over hosts, on every server; a lease lets one of them act. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HostFailureTimer {
  @Inject HostFailures failures;

  /** Apart from the watch, which may take longer than it may be silent. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void listen() {
    failures.listen();
  }

  /** Skipped while the last one is not done: fencing takes its time. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void watch() {
    failures.watch();
  }
}
