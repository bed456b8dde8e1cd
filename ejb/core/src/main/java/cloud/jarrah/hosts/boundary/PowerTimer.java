package cloud.jarrah.hosts.boundary;

import cloud.jarrah.hosts.control.PowerSaving;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets hosts sleep and wakes them, on every server; a lease lets one of them act. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PowerTimer {
  @Inject PowerSaving saving;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void goOn() {
    saving.goOn();
  }
}
