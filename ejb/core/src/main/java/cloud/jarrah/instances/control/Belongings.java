package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.tags.control.TagSets;
import java.util.List;
import java.util.Map;

/**
 * What belongs to instances beside their rows, loaded for many of them at once.
 *
 * @param byInstance network interfaces by instance
 * @param tags of the instances and of their interfaces
 */
public record Belongings(Map<String, List<NetworkInterface>> byInstance, TagSets tags) {

  List<NetworkInterface> interfaces(Instance instance) {
    return byInstance.getOrDefault(instance.id(), List.of());
  }
}
