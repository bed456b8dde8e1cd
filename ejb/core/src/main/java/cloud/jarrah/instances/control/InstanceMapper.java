package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.GroupItem;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.InstanceStateChange;
import cloud.jarrah.api.ec2.InstanceStateItem;
import cloud.jarrah.api.ec2.MonitoringItem;
import cloud.jarrah.api.ec2.NetworkInterfaceAttachment;
import cloud.jarrah.api.ec2.NetworkInterfaceItem;
import cloud.jarrah.api.ec2.PlacementItem;
import cloud.jarrah.api.ec2.PrivateIpAddressItem;
import cloud.jarrah.api.ec2.ReservationItem;
import cloud.jarrah.api.ec2.StateReasonItem;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows instances as the public API does. */
@Singleton
public class InstanceMapper {
  static final String HYPERVISOR = "kvm";
  static final String TENANCY = "default";

  private final NetworkRepository networks;
  private final Tags tags;

  @Inject
  public InstanceMapper(NetworkRepository networks, Tags tags) {
    this.networks = networks;
    this.tags = tags;
  }

  /** Interfaces and tags of many instances of one account. */
  public Belongings belongings(String accountId, List<Instance> instances) {
    return new Belongings(() -> load(accountId, instances));
  }

  private Belongings.Loaded load(String accountId, List<Instance> instances) {
    List<String> ids = instances.stream().map(Instance::id).toList();
    List<NetworkInterface> interfaces = networks.shown(accountId, ids);
    List<String> tagged = new ArrayList<>(ids);
    interfaces.forEach(nic -> tagged.add(nic.id()));
    return new Belongings.Loaded(
        interfaces.stream().collect(Collectors.groupingBy(NetworkInterface::attachedTo)),
        tags.of(accountId, tagged));
  }

  /** Groups instances by reservation, in the order in which the reservations first appear. */
  public List<ReservationItem> reservations(List<Instance> instances, Belongings belongings) {
    Map<String, ReservationItem> reservations = new LinkedHashMap<>();
    for (Instance instance : instances) {
      reservations
          .computeIfAbsent(instance.origin().reservationId(), id -> reservation(id, instance))
          .instancesSet
          .add(item(instance, belongings));
    }
    return new ArrayList<>(reservations.values());
  }

  private static ReservationItem reservation(String id, Instance instance) {
    ReservationItem item = new ReservationItem();
    item.reservationId = id;
    item.ownerId = instance.accountId();
    return item;
  }

  /** One instance. */
  public InstanceItem item(Instance instance, Belongings belongings) {
    InstanceItem item = new InstanceItem();
    item.instanceId = instance.id();
    item.imageId = instance.launch().imageId();
    item.kernelId = instance.launch().kernelId();
    item.ramdiskId = instance.launch().ramdiskId();
    item.instanceState = state(instance.state());
    item.reason = instance.transitionReason() == null ? "" : instance.transitionReason();
    item.stateReason = reason(instance.reason());
    item.keyName = instance.launch().keyName();
    item.amiLaunchIndex = Integer.toString(instance.origin().launchIndex());
    item.instanceType = instance.instanceType();
    item.launchTime = instance.runs().launchedAt();
    item.placement = placement(instance);
    item.monitoring = monitoring(instance);
    item.architecture = instance.launch().architecture();
    item.rootDeviceType = "instance-store";
    item.rootDeviceName = instance.launch().rootDeviceName();
    item.virtualizationType = "hvm";
    item.hypervisor = HYPERVISOR;
    item.clientToken = instance.origin().clientToken();
    item.ebsOptimized = false;
    item.maintenanceOptions = Recovering.shown(instance);
    item.tagSet = belongings.tags().itemsIfAny(instance.id());
    network(item, instance, belongings.interfaces(instance));
    return item;
  }

  private static PlacementItem placement(Instance instance) {
    PlacementItem item = new PlacementItem();
    item.availabilityZone = instance.zone();
    item.tenancy = TENANCY;
    GroupSeat group = instance.residence().group();
    item.groupName = group == null ? "" : group.groupName();
    item.groupId = group == null ? null : group.groupId();
    item.partitionNumber = group == null ? null : group.partition();
    return item;
  }

  private static void network(
      InstanceItem item, Instance instance, List<NetworkInterface> interfaces) {
    item.privateDnsName = "";
    item.dnsName = "";
    for (int index = 0; index < interfaces.size(); index++) {
      NetworkInterface nic = interfaces.get(index);
      if (index == 0) {
        item.privateIpAddress = nic.address();
        item.privateDnsName = HostNames.privateName(nic.address());
        item.subnetId = nic.subnetId();
        item.vpcId = nic.vpcId();
        item.groupSet.add(group(nic));
      }
      item.networkInterfaceSet.add(interfaceItem(nic, instance, index));
    }
  }

  private static NetworkInterfaceItem interfaceItem(
      NetworkInterface nic, Instance instance, int index) {
    NetworkInterfaceItem item = new NetworkInterfaceItem();
    item.networkInterfaceId = nic.id();
    item.subnetId = nic.subnetId();
    item.vpcId = nic.vpcId();
    item.ownerId = nic.accountId();
    item.status = "in-use";
    item.macAddress = nic.mac();
    item.privateIpAddress = nic.address();
    item.privateDnsName = HostNames.privateName(nic.address());
    item.groupSet.add(group(nic));
    item.attachment = new NetworkInterfaceAttachment();
    item.attachment.attachmentId = attachmentId(nic);
    item.attachment.deviceIndex = index;
    item.attachment.status = "attached";
    item.attachment.attachTime = instance.runs().launchedAt();
    item.attachment.deleteOnTermination = true;
    PrivateIpAddressItem address = new PrivateIpAddressItem();
    address.privateIpAddress = nic.address();
    address.privateDnsName = item.privateDnsName;
    address.primary = true;
    item.privateIpAddressesSet.add(address);
    return item;
  }

  static String attachmentId(NetworkInterface nic) {
    return nic.id().replace("eni-", "eni-attach-");
  }

  static GroupItem group(NetworkInterface nic) {
    GroupItem item = new GroupItem();
    item.groupId = nic.groupName();
    item.groupName = nic.groupName();
    return item;
  }

  /** Whether detailed monitoring is on. */
  public static MonitoringItem monitoring(Instance instance) {
    MonitoringItem item = new MonitoringItem();
    item.state = instance.launch().options().monitored() ? "enabled" : "disabled";
    return item;
  }

  public static InstanceStateItem state(InstanceState state) {
    InstanceStateItem item = new InstanceStateItem();
    item.code = state.code();
    item.name = state.wireName();
    return item;
  }

  private static @Nullable StateReasonItem reason(@Nullable Reason reason) {
    if (reason == null) {
      return null;
    }
    StateReasonItem item = new StateReasonItem();
    item.code = reason.code();
    item.message = reason.message();
    return item;
  }

  /** The state before and after an action. */
  public static InstanceStateChange change(Instance instance, InstanceState before) {
    InstanceStateChange change = new InstanceStateChange();
    change.instanceId = instance.id();
    change.previousState = state(before);
    change.currentState = state(instance.state());
    return change;
  }
}
