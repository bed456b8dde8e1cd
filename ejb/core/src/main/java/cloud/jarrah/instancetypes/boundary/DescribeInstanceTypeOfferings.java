package cloud.jarrah.instancetypes.boundary;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeInstanceTypeOfferingsRequest;
import cloud.jarrah.api.ec2.DescribeInstanceTypeOfferingsResponse;
import cloud.jarrah.api.ec2.InstanceTypeOfferingItem;
import cloud.jarrah.instancetypes.control.OfferedTypes;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.zones.control.Zones;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows where instance types can be had: everywhere. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeInstanceTypeOfferings
    implements Action<DescribeInstanceTypeOfferingsRequest, DescribeInstanceTypeOfferingsResponse> {
  private static final int LEAST_RESULTS = 5;
  private static final int MOST_RESULTS = 1000;
  private static final FilterTable<InstanceTypeOfferingItem> FILTERS =
      new FilterTable<InstanceTypeOfferingItem>()
          .on("instance-type", item -> item.instanceType)
          .on("location", item -> item.location);

  private final OfferedTypes offered;
  private final Zones zones;
  private final Paging paging;

  @Inject
  public DescribeInstanceTypeOfferings(OfferedTypes offered, Zones zones, Paging paging) {
    this.offered = offered;
    this.zones = zones;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeInstanceTypeOfferingsResponse> prepare(
      DescribeInstanceTypeOfferingsRequest request, Caller caller) {
    String kind = Objects.requireNonNullElse(request.locationType, "region");
    List<String> locations = locations(kind);
    Predicate<InstanceTypeOfferingItem> wanted = FILTERS.compile(request.filterSet);
    @Nullable Integer most = Paging.limit(request.maxResults, LEAST_RESULTS, MOST_RESULTS);
    Paging.Page<InstanceTypeOfferingItem> page =
        paging.cut(
            caller.accountId() + " DescribeInstanceTypeOfferings " + kind,
            offered.all().stream()
                .flatMap(type -> locations.stream().map(place -> item(type.name(), kind, place)))
                .filter(wanted)
                .sorted(Comparator.comparing(DescribeInstanceTypeOfferings::key))
                .toList(),
            DescribeInstanceTypeOfferings::key,
            most,
            request.nextToken);
    return Prepared.of(
        () -> {
          DescribeInstanceTypeOfferingsResponse response =
              new DescribeInstanceTypeOfferingsResponse();
          response.instanceTypeOfferingSet.addAll(page.items());
          response.nextToken = page.nextToken();
          return response;
        });
  }

  private List<String> locations(String kind) {
    return switch (kind) {
      case "region" -> List.of(zones.region());
      case "availability-zone" -> zones.names();
      case "availability-zone-id" -> zones.names().stream().map(zones::idOf).toList();
      case "outpost" ->
          throw new ApiException(
              ErrorCode.UNSUPPORTED_OPERATION, "LocationType outpost is not supported.");
      default ->
          throw Wording.invalid(
              "LocationType",
              kind,
              "It must be region, availability-zone or availability-zone-id.");
    };
  }

  private static InstanceTypeOfferingItem item(String type, String kind, String place) {
    InstanceTypeOfferingItem item = new InstanceTypeOfferingItem();
    item.instanceType = type;
    item.locationType = kind;
    item.location = place;
    return item;
  }

  private static String key(InstanceTypeOfferingItem item) {
    return item.instanceType + " " + item.location;
  }
}
