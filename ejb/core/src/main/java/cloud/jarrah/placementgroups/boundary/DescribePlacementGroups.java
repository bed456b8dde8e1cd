package cloud.jarrah.placementgroups.boundary;

import cloud.jarrah.api.ec2.DescribePlacementGroupsRequest;
import cloud.jarrah.api.ec2.DescribePlacementGroupsResponse;
import cloud.jarrah.api.ec2.PlacementGroupItem;
import cloud.jarrah.placementgroups.control.PlacementGroupErrors;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.control.PlacementGroupRules;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.tags.control.TagFilters;
import cloud.jarrah.tags.control.TagSets;
import cloud.jarrah.tags.control.Tags;
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
  private static final TagFilters<PlacementGroupItem> FILTERS =
      new TagFilters<>(
          new FilterTable<PlacementGroupItem>()
              .on("group-arn", group -> group.groupArn)
              .on("group-name", group -> group.groupName)
              .on("spread-level", group -> group.spreadLevel)
              .on("state", group -> group.state)
              .on("strategy", group -> group.strategy),
          DescribePlacementGroups::id);

  private final PlacementGroupRepository repository;
  private final Tags tags;
  private final PlacementGroupItems items;

  @Inject
  public DescribePlacementGroups(
      PlacementGroupRepository repository, Tags tags, PlacementGroupItems items) {
    this.repository = repository;
    this.tags = tags;
    this.items = items;
  }

  @Override
  public Prepared<DescribePlacementGroupsResponse> prepare(
      DescribePlacementGroupsRequest request, Caller caller) {
    List<PlacementGroup> groups = named(request, repository.all(caller.accountId()));
    TagSets shown = tags.of(caller.accountId(), groups.stream().map(PlacementGroup::id).toList());
    Predicate<PlacementGroupItem> filters = FILTERS.compile(request.filterSet, shown);
    return Prepared.of(
        () -> {
          DescribePlacementGroupsResponse response = new DescribePlacementGroupsResponse();
          groups.stream()
              .map(group -> items.item(group, shown.itemsIfAny(group.id())))
              .filter(filters)
              .forEach(response.placementGroupSet::add);
          return response;
        });
  }

  /** Those asked for by name or id; one that is not there is an error. */
  private static List<PlacementGroup> named(
      DescribePlacementGroupsRequest request, List<PlacementGroup> all) {
    Set<String> names = new HashSet<>();
    request.placementGroupSet.forEach(
        asked -> names.add(Objects.requireNonNullElse(asked.groupName, "")));
    Set<String> ids = new HashSet<>();
    request.groupIdSet.forEach(asked -> ids.add(PlacementGroupRules.id(asked.groupId)));
    requireAll(names, all.stream().map(PlacementGroup::name).toList());
    requireAll(ids, all.stream().map(PlacementGroup::id).toList());
    if (names.isEmpty() && ids.isEmpty()) {
      return all;
    }
    return all.stream()
        .filter(group -> names.contains(group.name()) || ids.contains(group.id()))
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
