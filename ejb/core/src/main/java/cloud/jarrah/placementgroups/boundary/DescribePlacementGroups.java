package cloud.jarrah.placementgroups.boundary;

import cloud.jarrah.api.ec2.DescribePlacementGroupsRequest;
import cloud.jarrah.api.ec2.DescribePlacementGroupsResponse;
import cloud.jarrah.api.ec2.PlacementGroupItem;
import cloud.jarrah.placementgroups.control.PlacementGroupErrors;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.control.PlacementGroups;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.filters.FilterTable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** The account's placement groups, by name. */
@Singleton
@ApiAction(effect = Effect.READ)
public class DescribePlacementGroups
    implements Action<DescribePlacementGroupsRequest, DescribePlacementGroupsResponse> {
  private static final FilterTable<PlacementGroupItem> FILTERS =
      new FilterTable<PlacementGroupItem>()
          .on("group-arn", group -> group.groupArn)
          .on("group-name", group -> group.groupName)
          .on("spread-level", group -> group.spreadLevel)
          .on("state", group -> group.state)
          .on("strategy", group -> group.strategy);

  private final PlacementGroupRepository repository;

  @Inject
  public DescribePlacementGroups(PlacementGroupRepository repository) {
    this.repository = repository;
  }

  @Override
  public Prepared<DescribePlacementGroupsResponse> prepare(
      DescribePlacementGroupsRequest request, Caller caller) {
    Predicate<PlacementGroupItem> filters = FILTERS.compile(request.filterSet);
    List<PlacementGroupItem> named =
        named(
            request,
            repository.all(caller.accountId()).stream().map(PlacementGroupItems::item).toList());
    return Prepared.of(
        () -> {
          DescribePlacementGroupsResponse response = new DescribePlacementGroupsResponse();
          named.stream().filter(filters).forEach(response.placementGroupSet::add);
          return response;
        });
  }

  /** Those asked for by name or id; one that is not there is an error. */
  private static List<PlacementGroupItem> named(
      DescribePlacementGroupsRequest request, List<PlacementGroupItem> all) {
    Set<String> names = new HashSet<>();
    request.placementGroupSet.forEach(
        asked -> names.add(Objects.requireNonNullElse(asked.groupName, "")));
    Set<String> ids = new HashSet<>();
    request.groupIdSet.forEach(asked -> ids.add(PlacementGroups.requireId(asked.groupId)));
    requireAll(names, all.stream().map(group -> group.groupName).toList());
    requireAll(ids, all.stream().map(DescribePlacementGroups::id).toList());
    if (names.isEmpty() && ids.isEmpty()) {
      return all;
    }
    return all.stream()
        .filter(group -> names.contains(group.groupName) || ids.contains(id(group)))
        .toList();
  }

  private static String id(PlacementGroupItem group) {
    return Objects.requireNonNullElse(group.groupId, "");
  }

  private static void requireAll(Set<String> asked, List<String> existing) {
    asked.stream()
        .filter(wanted -> !existing.contains(wanted))
        .sorted()
        .findFirst()
        .ifPresent(
            missing -> {
              throw PlacementGroupErrors.unknown(missing);
            });
  }
}
