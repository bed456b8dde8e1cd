package cloud.jarrah.instances.boundary;

import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Caller;
import java.util.List;

/** Names of instances in policies and events. */
final class InstanceArns {
  private InstanceArns() {}

  static String any(Caller caller) {
    return "arn:aws:ec2::" + caller.accountId() + ":instance/*";
  }

  static List<String> of(List<Instance> instances) {
    return instances.stream()
        .map(i -> "arn:aws:ec2:" + i.zone() + ":" + i.accountId() + ":instance/" + i.id())
        .toList();
  }
}
