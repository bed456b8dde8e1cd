package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.tags.control.TagFilters;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The filters of DescribeInstances. */
@Singleton
public class InstanceFilters {
  private static final String STATE_CODE = "instance-state-code";
  private static final String STATE_NAME = "instance-state-name";

  private static final FilterTable<InstanceState> STATES =
      new FilterTable<InstanceState>()
          .on(STATE_CODE, InstanceState::code)
          .on(STATE_NAME, InstanceState::wireName);

  private static final FilterTable<Row> OWN =
      new FilterTable<Row>()
          .on("architecture", row -> row.instance().launch().architecture())
          .on("availability-zone", row -> row.instance().zone())
          .on("client-token", row -> row.instance().origin().clientToken())
          .on("ebs-optimized", row -> "false")
          .on("hypervisor", row -> InstanceMapper.HYPERVISOR)
          .on("image-id", row -> row.instance().launch().imageId())
          .on("instance-id", row -> row.instance().id())
          .on(STATE_CODE, row -> row.instance().state().code())
          .on(STATE_NAME, row -> row.instance().state().wireName())
          .on("instance-type", row -> row.instance().instanceType())
          .on("kernel-id", row -> row.instance().launch().kernelId())
          .on("key-name", row -> row.instance().launch().keyName())
          .on("launch-index", row -> row.instance().origin().launchIndex())
          .on("launch-time", row -> row.instance().runs().launchedAt())
          .on(
              "maintenance-options.auto-recovery",
              row -> row.instance().launch().options().autoRecovery().wireName())
          .on(
              "monitoring-state",
              row -> row.instance().launch().options().monitored() ? "enabled" : "disabled")
          .on("owner-id", row -> row.instance().accountId())
          .on("placement-group-name", row -> group(row, GroupSeat::groupName))
          .on("placement-partition-number", row -> group(row, GroupSeat::partition))
          .on("ramdisk-id", row -> row.instance().launch().ramdiskId())
          .on("reason", row -> row.instance().transitionReason())
          .on("reservation-id", row -> row.instance().origin().reservationId())
          .on("root-device-name", row -> row.instance().launch().rootDeviceName())
          .on("root-device-type", row -> "instance-store")
          .on("state-reason-code", row -> reason(row, Reason::code))
          .on("state-reason-message", row -> reason(row, Reason::message))
          .on("tenancy", row -> InstanceMapper.TENANCY)
          .on("virtualization-type", row -> "hvm")
          .onAny("group-id", row -> row.each(NetworkInterface::groupName))
          .onAny("group-name", row -> row.each(NetworkInterface::groupName))
          .onAny("instance.group-id", row -> row.each(NetworkInterface::groupName))
          .onAny("instance.group-name", row -> row.each(NetworkInterface::groupName))
          .onAny("private-ip-address", row -> row.each(NetworkInterface::address))
          .onAny("private-dns-name", row -> row.each(nic -> HostNames.privateName(nic.address())))
          .onAny("subnet-id", row -> row.each(NetworkInterface::subnetId))
          .onAny("network-interface.tag-key", row -> row.interfaceTags(Map::keySet))
          .onAny("network-interface.tag-value", row -> row.interfaceTags(Map::values))
          .onAny("vpc-id", row -> row.each(NetworkInterface::vpcId))
          .absent(
              "affinity",
              "block-device-mapping.attach-time",
              "block-device-mapping.delete-on-termination",
              "block-device-mapping.device-name",
              "block-device-mapping.status",
              "block-device-mapping.volume-id",
              "dns-name",
              "host-id",
              "iam-instance-profile.arn",
              "iam-instance-profile.id",
              "instance-lifecycle",
              "ip-address",
              "ipv6-address",
              "outpost-arn",
              "platform",
              "product-code",
              "product-code.type",
              "requester-id",
              "source-dest-check",
              "spot-instance-request-id");

  private static final TagFilters<Row> TABLE =
      new TagFilters<>(
              InterfaceFilters.addTo(OWN, Row::instance, Row::interfaces),
              (Row row) -> row.instance().id())
          .andTagValue();

  private record Row(Instance instance, Belongings belongings) {
    List<NetworkInterface> interfaces() {
      return belongings.interfaces(instance);
    }

    Collection<String> each(Function<NetworkInterface, String> value) {
      return interfaces().stream().map(value).toList();
    }

    Collection<String> interfaceTags(Function<Map<String, String>, Collection<String>> part) {
      return interfaces().stream()
          .flatMap(nic -> part.apply(belongings.tags().of(nic.id())).stream())
          .toList();
    }
  }

  private static @Nullable Object group(Row row, Function<GroupSeat, @Nullable Object> part) {
    GroupSeat group = row.instance().residence().group();
    return group == null ? null : part.apply(group);
  }

  private static @Nullable Object reason(Row row, Function<Reason, String> part) {
    Reason reason = row.instance().reason();
    return reason == null ? null : part.apply(reason);
  }

  /** The states that pass the filters on states: so much can be left to the database. */
  public static Set<InstanceState> states(List<Filter> filters) {
    Predicate<InstanceState> passes =
        STATES.compile(
            filters.stream()
                .filter(filter -> STATE_CODE.equals(filter.name) || STATE_NAME.equals(filter.name))
                .toList());
    return Stream.of(InstanceState.values()).filter(passes).collect(Collectors.toSet());
  }

  /** What passes all filters; belongings are looked at only if a filter is about them. */
  public Predicate<Instance> compile(List<Filter> filters, Belongings belongings) {
    Predicate<Row> passes = TABLE.compile(filters, belongings::tags);
    return instance -> passes.test(new Row(instance, belongings));
  }
}
