package cloud.jarrah.api.ec2;

import java.time.Instant;

/** Answers with every field that is usually set. */
final class Samples {
  static final Instant LAUNCHED = Instant.parse("2026-03-01T10:20:30Z");

  private Samples() {}

  static InstanceItem instance() {
    InstanceItem instance = new InstanceItem();
    instance.instanceId = "i-0123456789abcdef0";
    instance.imageId = "ami-0123456789abcdef0";
    instance.instanceState = state(0, "pending");
    instance.privateDnsName = "";
    instance.dnsName = "";
    instance.reason = "";
    instance.keyName = "mykey";
    instance.amiLaunchIndex = "0";
    instance.instanceType = "m1.small";
    instance.launchTime = LAUNCHED;
    instance.placement = new PlacementItem();
    instance.placement.availabilityZone = "jarrah-1a";
    instance.placement.groupName = "";
    instance.placement.tenancy = "default";
    instance.monitoring = new MonitoringItem();
    instance.monitoring.state = "disabled";
    instance.privateIpAddress = "10.0.1.5";
    instance.groupSet.add(group());
    instance.stateReason = new StateReasonItem();
    instance.stateReason.code = "pending";
    instance.stateReason.message = "pending";
    instance.architecture = "x86_64";
    instance.rootDeviceType = "instance-store";
    instance.virtualizationType = "hvm";
    instance.clientToken = "token-1";
    instance.hypervisor = "qemu";
    instance.networkInterfaceSet.add(networkInterface());
    instance.ebsOptimized = false;
    instance.enaSupport = true;
    return instance;
  }

  static NetworkInterfaceItem networkInterface() {
    NetworkInterfaceItem nic = new NetworkInterfaceItem();
    nic.networkInterfaceId = "eni-0123456789abcdef0";
    nic.ownerId = "123456789012";
    nic.status = "in-use";
    nic.macAddress = "02:00:0a:00:01:05";
    nic.privateIpAddress = "10.0.1.5";
    nic.groupSet.add(group());
    nic.attachment = new NetworkInterfaceAttachment();
    nic.attachment.attachmentId = "eni-attach-0123456789abcdef0";
    nic.attachment.status = "attached";
    nic.attachment.attachTime = LAUNCHED;
    nic.attachment.deleteOnTermination = true;
    PrivateIpAddressItem address = new PrivateIpAddressItem();
    address.privateIpAddress = "10.0.1.5";
    address.primary = true;
    nic.privateIpAddressesSet.add(address);
    return nic;
  }

  static GroupItem group() {
    GroupItem group = new GroupItem();
    group.groupId = "sg-0123456789abcdef0";
    group.groupName = "default";
    return group;
  }

  static InstanceStateItem state(int code, String name) {
    InstanceStateItem state = new InstanceStateItem();
    state.code = code;
    state.name = name;
    return state;
  }
}
