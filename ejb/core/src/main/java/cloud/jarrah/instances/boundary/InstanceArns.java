package cloud.jarrah.instances.boundary;

import cloud.jarrah.instances.control.LaunchRequest;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.zones.control.Zones;
import java.util.List;

/** Names of instances in policies and events. */
final class InstanceArns {
  private static final String TYPE = "instance";

  private InstanceArns() {}

  /** What a launch makes and what it makes it of. */
  static List<String> launched(LaunchRequest launch, Caller caller) {
    String region = Zones.regionOf(launch.zone());
    return List.of(
        Arns.in(region, caller.accountId(), TYPE, "*"),
        Arns.in(region, "", "image", launch.image().imageId()));
  }

  static List<String> of(List<Instance> instances) {
    return instances.stream()
        .map(i -> Arns.in(Zones.regionOf(i.zone()), i.accountId(), TYPE, i.id()))
        .toList();
  }
}
