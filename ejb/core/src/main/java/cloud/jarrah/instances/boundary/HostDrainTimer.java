package cloud.jarrah.instances.boundary;

import cloud.jarrah.instances.control.HostDrains;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Empties hosts, on every server; a lease lets one of them act. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HostDrainTimer {
  @Inject HostDrains drains;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void goOn() {
    drains.goOn();
  }
}
