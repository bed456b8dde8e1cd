package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.InstanceMonitoringItem;
import cloud.jarrah.instances.entity.Instance;
import java.util.List;

/** Whether instances are to be monitored in detail. Kept for what collects statistics. */
public final class Monitoring {
  private Monitoring() {}

  public static void requirePresent(List<Instance> instances) {
    instances.forEach(AttributeChanges::requirePresent);
  }

  /** Switches all on or off; tells what they are then. */
  public static List<InstanceMonitoringItem> choose(List<Instance> instances, boolean on) {
    return instances.stream()
        .map(
            instance -> {
              instance.launch().choose(instance.launch().options().monitored(on));
              InstanceMonitoringItem item = new InstanceMonitoringItem();
              item.instanceId = instance.id();
              item.monitoring = InstanceMapper.monitoring(instance);
              return item;
            })
        .toList();
  }
}
