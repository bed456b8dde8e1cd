package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.NetworkInterfaceItem;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What DescribeInstances shows can be filtered by. */
class InstanceFiltersTest {
  private static final String NIC = "network-interface.";
  private static TestDatabase database;
  private static Owner owner;
  private static InstanceItem shown;

  @BeforeAll
  static void launch() {
    database = TestDatabase.create();
    owner = new Owner(new World(database, 1));
    RunInstancesRequest request = Owner.request(1, 1);
    request.clientToken = "mine";
    String id = owner.run(request).instancesSet.get(0).instanceId;
    owner.awaits(id, InstanceState.RUNNING);
    shown = owner.sees().get(0);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static List<InstanceItem> passing(String name, String value) {
    Filter filter = new Filter();
    filter.name = name;
    FilterValue item = new FilterValue();
    item.value = value;
    filter.valueSet.add(item);
    return owner.sees(filter);
  }

  private static void assertPass(Map<String, @Nullable Object> values) {
    values.forEach(
        (name, value) -> {
          assertThat(value).as(name).isNotNull();
          assertThat(passing(name, String.valueOf(value))).as("%s=%s", name, value).hasSize(1);
          assertThat(passing(name, "something else")).as(name).isEmpty();
        });
  }

  @Test
  void instancesPassByWhatTheyShow() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("client-token", shown.clientToken);
    values.put("hypervisor", shown.hypervisor);
    values.put("tenancy", Objects.requireNonNull(shown.placement).tenancy);
    values.put("ebs-optimized", shown.ebsOptimized);
    values.put("availability-zone", Objects.requireNonNull(shown.placement).availabilityZone);
    values.put("private-dns-name", shown.privateDnsName);
    values.put("launch-time", shown.launchTime);
    values.put(
        "maintenance-options.auto-recovery",
        Objects.requireNonNull(shown.maintenanceOptions).autoRecovery);
    assertPass(values);
  }

  @Test
  void instancesPassByWhatTheirInterfacesShow() {
    NetworkInterfaceItem nic = shown.networkInterfaceSet.get(0);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(NIC + "network-interface-id", nic.networkInterfaceId);
    values.put(NIC + "owner-id", nic.ownerId);
    values.put(NIC + "subnet-id", nic.subnetId);
    values.put(NIC + "vpc-id", nic.vpcId);
    values.put(NIC + "availability-zone", Objects.requireNonNull(shown.placement).availabilityZone);
    values.put(NIC + "mac-address", nic.macAddress);
    values.put(NIC + "group-id", nic.groupSet.get(0).groupId);
    values.put(NIC + "group-name", nic.groupSet.get(0).groupName);
    values.put(NIC + "status", nic.status);
    values.put(NIC + "private-ip-address", nic.privateIpAddress);
    values.put(NIC + "private-dns-name", nic.privateDnsName);
    values.put(
        NIC + "addresses.private-ip-address", nic.privateIpAddressesSet.get(0).privateIpAddress);
    values.put(NIC + "addresses.private-dns-name", nic.privateIpAddressesSet.get(0).privateDnsName);
    values.put(NIC + "addresses.primary", nic.privateIpAddressesSet.get(0).primary);
    values.put(NIC + "attachment.attachment-id", nic.attachment.attachmentId);
    values.put(NIC + "attachment.instance-id", shown.instanceId);
    values.put(NIC + "attachment.instance-owner-id", nic.ownerId);
    values.put(NIC + "attachment.status", nic.attachment.status);
    values.put(NIC + "attachment.attach-time", nic.attachment.attachTime);
    values.put(NIC + "attachment.device-index", nic.attachment.deviceIndex);
    values.put(NIC + "attachment.delete-on-termination", nic.attachment.deleteOnTermination);
    assertPass(values);
  }

  @Test
  void whatNoInstanceHasFitsNothing() {
    assertThat(passing("ip-address", "*")).isEmpty();
    assertThat(passing("block-device-mapping.volume-id", "*")).isEmpty();
    assertThat(passing(NIC + "association.public-ip", "*")).isEmpty();
  }
}
