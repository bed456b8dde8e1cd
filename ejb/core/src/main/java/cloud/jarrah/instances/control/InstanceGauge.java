package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.platform.metrics.GaugeSource;
import cloud.jarrah.platform.metrics.Metric;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;

/** How many instances there are in each state; terminated ones as long as they are shown. */
@Singleton
public class InstanceGauge implements GaugeSource {
  private final InstanceAuditRepository instances;

  @Inject
  public InstanceGauge(InstanceAuditRepository instances) {
    this.instances = instances;
  }

  @Override
  public Metric metric() {
    return Metric.INSTANCES;
  }

  @Override
  public Map<String, Long> read() {
    Map<String, Long> states = new HashMap<>();
    for (InstanceState state : InstanceState.values()) {
      states.put(state.wireName(), 0L);
    }
    instances.byState().forEach((state, count) -> states.put(state.wireName(), count));
    return states;
  }
}
