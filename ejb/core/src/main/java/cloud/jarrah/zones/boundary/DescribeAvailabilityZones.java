package cloud.jarrah.zones.boundary;

import cloud.jarrah.api.ec2.DescribeAvailabilityZonesRequest;
import cloud.jarrah.api.ec2.DescribeAvailabilityZonesResponse;
import cloud.jarrah.api.ec2.ZoneItem;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.zones.control.ZoneErrors;
import cloud.jarrah.zones.control.Zones;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The zones of the region. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeAvailabilityZones
    implements Action<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResponse> {
  private static final FilterTable<ZoneItem> FILTERS =
      new FilterTable<ZoneItem>()
          .on("zone-name", zone -> zone.zoneName)
          .on("zone-id", zone -> zone.zoneId)
          .on("state", zone -> zone.zoneState)
          .on("region-name", zone -> zone.regionName)
          .on("group-name", zone -> zone.groupName)
          .on("zone-type", zone -> zone.zoneType)
          .on("opt-in-status", zone -> zone.optInStatus)
          .on("message", zone -> null);

  private final Zones zones;

  @Inject
  public DescribeAvailabilityZones(Zones zones) {
    this.zones = zones;
  }

  @Override
  public Prepared<DescribeAvailabilityZonesResponse> prepare(
      DescribeAvailabilityZonesRequest request, Caller caller) {
    List<ZoneItem> all = all();
    Set<String> names = new HashSet<>();
    request.availabilityZoneSet.forEach(
        asked -> names.add(zones.require(Objects.requireNonNullElse(asked.zoneName, "?"))));
    Set<String> ids = new HashSet<>();
    request.zoneIdSet.forEach(asked -> ids.add(Objects.requireNonNullElse(asked.zoneId, "?")));
    ids.stream()
        .filter(id -> all.stream().noneMatch(zone -> id.equals(zone.zoneId)))
        .findFirst()
        .ifPresent(
            id -> {
              throw ZoneErrors.notFound(id);
            });
    Predicate<ZoneItem> wanted = FILTERS.compile(request.filterSet);
    return Prepared.of(
        () -> {
          DescribeAvailabilityZonesResponse response = new DescribeAvailabilityZonesResponse();
          all.stream()
              .filter(zone -> names.isEmpty() || names.contains(zone.zoneName))
              .filter(zone -> ids.isEmpty() || ids.contains(zone.zoneId))
              .filter(wanted)
              .forEach(response.availabilityZoneInfo::add);
          return response;
        });
  }

  private List<ZoneItem> all() {
    return IntStream.range(0, zones.names().size()).mapToObj(this::zone).toList();
  }

  private ZoneItem zone(int index) {
    ZoneItem item = new ZoneItem();
    item.zoneName = zones.names().get(index);
    item.zoneState = "available";
    item.regionName = zones.region();
    item.zoneId = zones.idOf(item.zoneName);
    item.groupName = zones.region();
    item.networkBorderGroup = zones.region();
    item.zoneType = "availability-zone";
    item.optInStatus = "opt-in-not-required";
    return item;
  }
}
