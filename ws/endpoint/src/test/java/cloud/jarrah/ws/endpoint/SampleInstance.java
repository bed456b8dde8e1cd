package cloud.jarrah.ws.endpoint;

import cloud.jarrah.api.ec2.CpuOptionsItem;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.InstanceMaintenanceOptionsItem;
import cloud.jarrah.api.ec2.InstanceStateItem;
import cloud.jarrah.api.ec2.MonitoringItem;
import cloud.jarrah.api.ec2.NetworkInterfaceAttachment;
import cloud.jarrah.api.ec2.NetworkInterfaceItem;
import cloud.jarrah.api.ec2.PlacementItem;
import cloud.jarrah.api.ec2.PrivateIpAddressItem;
import cloud.jarrah.api.ec2.ReservationItem;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.api.ec2.StateReasonItem;
import java.time.Instant;
import java.util.List;

/** An answer with all that an instance may show. */
final class SampleInstance {
  private static final Instant LAUNCHED = Instant.parse("2026-03-01T10:20:30.456Z");

  private SampleInstance() {}

  static DescribeInstancesResponse described() {
    ReservationItem reservation = new ReservationItem();
    reservation.reservationId = "r-0123456789abcdef0";
    reservation.ownerId = "123456789012";
    reservation.groupSet.add(group());
    reservation.instancesSet.add(instance());
    DescribeInstancesResponse answer = new DescribeInstancesResponse();
    answer.reservationSet.add(reservation);
    answer.nextToken = "more";
    return answer;
  }

  private static InstanceItem instance() {
    InstanceItem instance = new InstanceItem();
    instance.instanceId = "i-0123456789abcdef0";
    instance.imageId = "ami-0123456789abcdef0";
    instance.instanceState = new InstanceStateItem();
    instance.instanceState.code = 16;
    instance.instanceState.name = "running";
    instance.privateDnsName = "ip-10-0-1-5";
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
    instance.placement.availabilityZoneId = "jarrah-az1";
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
    instance.tagSet = List.of(tag());
    instance.hypervisor = "qemu";
    instance.networkInterfaceSet.add(networkInterface());
    instance.ebsOptimized = false;
    instance.enaSupport = true;
    instance.cpuOptions = new CpuOptionsItem();
    instance.maintenanceOptions = new InstanceMaintenanceOptionsItem();
    instance.maintenanceOptions.autoRecovery = "default";
    return instance;
  }

  private static NetworkInterfaceItem networkInterface() {
    NetworkInterfaceItem nic = new NetworkInterfaceItem();
    nic.networkInterfaceId = "eni-0123456789abcdef0";
    nic.ownerId = "123456789012";
    nic.status = "in-use";
    nic.macAddress = "02:00:0a:00:01:05";
    nic.attachment = new NetworkInterfaceAttachment();
    nic.attachment.attachmentId = "eni-attach-0123456789abcdef0";
    nic.attachment.status = "attached";
    nic.attachment.attachTime = LAUNCHED;
    nic.privateIpAddressesSet.add(new PrivateIpAddressItem());
    nic.interfaceType = "interface";
    return nic;
  }

  private static GroupItem group() {
    GroupItem group = new GroupItem();
    group.groupId = "sg-0123456789abcdef0";
    group.groupName = "default";
    return group;
  }

  private static ResourceTag tag() {
    ResourceTag tag = new ResourceTag();
    tag.key = "Name";
    tag.value = "one";
    return tag;
  }
}
