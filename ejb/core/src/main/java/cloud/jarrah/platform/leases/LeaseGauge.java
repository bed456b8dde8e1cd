package cloud.jarrah.platform.leases;

import cloud.jarrah.platform.metrics.GaugeSource;
import cloud.jarrah.platform.metrics.Metric;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Which leases this server has: of all servers together one has each. */
@Singleton
class LeaseGauge implements GaugeSource {
  private final Leases leases;

  @Inject
  LeaseGauge(Leases leases) {
    this.leases = leases;
  }

  @Override
  public Metric metric() {
    return Metric.LEASE_HELD;
  }

  @Override
  public Map<String, Long> read() {
    return leases.held();
  }
}
