package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.tags.control.TagFilters;
import cloud.jarrah.tags.control.TagSets;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The filters of DescribeInstances. */
@Singleton
public class InstanceFilters {
  private static final FilterTable<Row> OWN =
      new FilterTable<Row>()
          .on("architecture", row -> row.instance().launch().architecture())
          .on("availability-zone", row -> row.instance().zone())
          .on("image-id", row -> row.instance().launch().imageId())
          .on("instance-id", row -> row.instance().id())
          .on("instance-state-code", row -> row.instance().state().code())
          .on("instance-state-name", row -> row.instance().state().wireName())
          .on("instance-type", row -> row.instance().instanceType())
          .on("kernel-id", row -> row.instance().launch().kernelId())
          .on("key-name", row -> row.instance().launch().keyName())
          .on("launch-index", row -> row.instance().launchIndex())
          .on("launch-time", row -> row.instance().runs().launchedAt())
          .on(
              "monitoring-state",
              row -> row.instance().launch().options().monitored() ? "enabled" : "disabled")
          .on("owner-id", row -> row.instance().accountId())
          .on("placement-group-name", row -> group(row, GroupSeat::groupName))
          .on("placement-partition-number", row -> group(row, GroupSeat::partition))
          .on("ramdisk-id", row -> row.instance().launch().ramdiskId())
          .on("reason", row -> row.instance().transitionReason())
          .on("reservation-id", row -> row.instance().reservationId())
          .on("root-device-name", row -> row.instance().launch().rootDeviceName())
          .on("root-device-type", row -> "instance-store")
          .on("state-reason-code", row -> reason(row, Reason::code))
          .on("state-reason-message", row -> reason(row, Reason::message))
          .on("virtualization-type", row -> "hvm")
          .onAny("group-id", row -> row.each(NetworkInterface::groupName))
          .onAny("group-name", row -> row.each(NetworkInterface::groupName))
          .onAny("instance.group-id", row -> row.each(NetworkInterface::groupName))
          .onAny("instance.group-name", row -> row.each(NetworkInterface::groupName))
          .onAny("private-ip-address", row -> row.each(NetworkInterface::address))
          .onAny(
              "network-interface.addresses.private-ip-address",
              row -> row.each(NetworkInterface::address))
          .onAny("network-interface.mac-address", row -> row.each(NetworkInterface::mac))
          .onAny("network-interface.network-interface-id", row -> row.each(NetworkInterface::id))
          .onAny("private-dns-name", row -> row.each(nic -> HostNames.privateName(nic.address())))
          .onAny("subnet-id", row -> row.each(NetworkInterface::subnetId))
          .onAny("network-interface.tag-key", row -> row.interfaceTags(Map::keySet))
          .onAny("network-interface.tag-value", row -> row.interfaceTags(Map::values))
          .onAny("vpc-id", row -> row.each(NetworkInterface::vpcId));

  private static final TagFilters<Row> TABLE =
      new TagFilters<>(OWN, (Row row) -> row.instance().id()).andTagValue();

  private record Row(Instance instance, List<NetworkInterface> interfaces, TagSets tags) {
    Collection<String> each(Function<NetworkInterface, String> value) {
      return interfaces.stream().map(value).toList();
    }

    Collection<String> interfaceTags(Function<Map<String, String>, Collection<String>> part) {
      return interfaces.stream().flatMap(nic -> part.apply(tags.of(nic.id())).stream()).toList();
    }
  }

  private static @Nullable Object group(Row row, Function<GroupSeat, @Nullable Object> part) {
    GroupSeat group = row.instance().placementGroup();
    return group == null ? null : part.apply(group);
  }

  private static @Nullable Object reason(Row row, Function<Reason, String> part) {
    Reason reason = row.instance().reason();
    return reason == null ? null : part.apply(reason);
  }

  /** What passes all filters. */
  public Predicate<Instance> compile(List<Filter> filters, Belongings belongings) {
    TagSets tags = belongings.tags();
    Predicate<Row> passes = TABLE.compile(filters, tags);
    return instance -> passes.test(new Row(instance, belongings.interfaces(instance), tags));
  }
}
