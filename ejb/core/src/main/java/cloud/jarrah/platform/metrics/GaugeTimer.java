package cloud.jarrah.platform.metrics;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps gauges fresh, on every server: each is asked by itself. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GaugeTimer {
  @Inject GaugeBoard board;

  @Schedule(hour = "*", minute = "*", second = "5/15", persistent = false)
  void refresh() {
    board.refresh();
  }
}
