package cloud.jarrah.zones.boundary;

import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.DescribeRegionsResponse;
import cloud.jarrah.api.ec2.RegionItem;
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
import java.util.List;
import java.util.function.Predicate;

/** The region: there is one, this cloud. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribeRegions implements Action<DescribeRegionsRequest, DescribeRegionsResponse> {
  private static final String OPT_IN = "opt-in-not-required";
  private static final FilterTable<RegionItem> FILTERS =
      new FilterTable<RegionItem>()
          .on("endpoint", region -> region.regionEndpoint)
          .on("region-name", region -> region.regionName)
          .on("opt-in-status", region -> OPT_IN);

  private final Zones zones;

  @Inject
  public DescribeRegions(Zones zones) {
    this.zones = zones;
  }

  @Override
  public Prepared<DescribeRegionsResponse> prepare(DescribeRegionsRequest request, Caller caller) {
    request.regionSet.stream()
        .map(asked -> asked.regionName == null ? "" : asked.regionName)
        .filter(name -> !name.equals(zones.region()))
        .findFirst()
        .ifPresent(
            name -> {
              throw ZoneErrors.noRegion(name);
            });
    Predicate<RegionItem> wanted = FILTERS.compile(request.filterSet);
    return Prepared.of(
        () -> {
          DescribeRegionsResponse response = new DescribeRegionsResponse();
          response.regionInfo.addAll(List.of(region()).stream().filter(wanted).toList());
          return response;
        });
  }

  private RegionItem region() {
    RegionItem item = new RegionItem();
    item.regionName = zones.region();
    item.regionEndpoint = zones.endpoint();
    item.optInStatus = OPT_IN;
    return item;
  }
}
