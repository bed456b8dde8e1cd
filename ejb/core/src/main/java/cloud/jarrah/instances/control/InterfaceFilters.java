package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.platform.filters.FilterTable;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The filters {@code network-interface.…} of DescribeInstances. Each answers with what the
 * instance's interfaces show; what they never show fits nothing.
 */
final class InterfaceFilters {
  private static final String PREFIX = "network-interface.";

  private InterfaceFilters() {}

  /**
   * Adds them to a table.
   *
   * @param instance of a row
   * @param interfaces of a row
   */
  static <T> FilterTable<T> addTo(
      FilterTable<T> table,
      Function<T, Instance> instance,
      Function<T, List<NetworkInterface>> interfaces) {
    Adder<T> own = new Adder<>(table, instance, interfaces);
    own.add("network-interface-id", (row, nic) -> nic.id());
    own.add("owner-id", (row, nic) -> nic.accountId());
    own.add("subnet-id", (row, nic) -> nic.subnetId());
    own.add("vpc-id", (row, nic) -> nic.vpcId());
    own.add("availability-zone", (row, nic) -> row.zone());
    own.add("mac-address", (row, nic) -> nic.mac());
    own.add("group-id", (row, nic) -> nic.groupName());
    own.add("group-name", (row, nic) -> nic.groupName());
    own.add("status", (row, nic) -> "in-use");
    own.add("private-ip-address", (row, nic) -> nic.address());
    own.add("private-dns-name", (row, nic) -> HostNames.privateName(nic.address()));
    own.add("addresses.private-ip-address", (row, nic) -> nic.address());
    own.add("addresses.private-dns-name", (row, nic) -> HostNames.privateName(nic.address()));
    own.add("addresses.primary", (row, nic) -> "true");
    own.add("attachment.attachment-id", (row, nic) -> InstanceMapper.attachmentId(nic));
    own.add("attachment.instance-id", (row, nic) -> row.id());
    own.add("attachment.instance-owner-id", (row, nic) -> row.accountId());
    own.add("attachment.status", (row, nic) -> "attached");
    own.add("attachment.attach-time", (row, nic) -> row.runs().launchedAt().toString());
    own.add("attachment.delete-on-termination", (row, nic) -> "true");
    table.onAny(
        PREFIX + "attachment.device-index",
        row -> List.of("0").subList(0, interfaces.apply(row).isEmpty() ? 0 : 1));
    return table.absent(
        PREFIX + "addresses.association.ip-owner-id",
        PREFIX + "addresses.association.public-ip",
        PREFIX + "association.allocation-id",
        PREFIX + "association.association-id",
        PREFIX + "association.ip-owner-id",
        PREFIX + "association.public-ip",
        PREFIX + "description",
        PREFIX + "ipv6-addresses.ipv6-address",
        PREFIX + "public-dns-name",
        PREFIX + "requester-id",
        PREFIX + "requester-managed",
        PREFIX + "source-dest-check");
  }

  private record Adder<T>(
      FilterTable<T> table,
      Function<T, Instance> instance,
      Function<T, List<NetworkInterface>> interfaces) {

    void add(String name, BiFunction<Instance, NetworkInterface, String> value) {
      table.onAny(
          PREFIX + name,
          row ->
              interfaces.apply(row).stream()
                  .map(nic -> value.apply(instance.apply(row), nic))
                  .toList());
    }
  }
}
