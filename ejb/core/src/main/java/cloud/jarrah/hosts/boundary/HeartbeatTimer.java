package cloud.jarrah.hosts.boundary;

import cloud.jarrah.hosts.control.Acknowledgements;
import cloud.jarrah.hosts.control.Heartbeats;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Heartbeats are gathered, answered and written together, on the server that heard them. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HeartbeatTimer {
  @Inject Heartbeats heartbeats;
  @Inject Acknowledgements acknowledgements;

  @PostConstruct
  void start() {
    heartbeats.askAll();
  }

  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  void flush() {
    // A server that cannot write what it hears does not say that it hears: hosts turn to another.
    if (heartbeats.flush()) {
      acknowledgements.flush();
    }
  }
}
