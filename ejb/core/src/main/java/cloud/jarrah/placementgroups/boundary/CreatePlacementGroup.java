package cloud.jarrah.placementgroups.boundary;

import cloud.jarrah.api.ec2.CreatePlacementGroupRequest;
import cloud.jarrah.api.ec2.CreatePlacementGroupResponse;
import cloud.jarrah.placementgroups.control.PlacementGroupCount;
import cloud.jarrah.placementgroups.control.PlacementGroupErrors;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.control.PlacementGroupRules;
import cloud.jarrah.placementgroups.control.TaggablePlacementGroups;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroup.Arrangement;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.placementgroups.entity.Strategy;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.tags.control.TagSets;
import cloud.jarrah.tags.control.TagSpecifications;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a placement group. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class CreatePlacementGroup
    implements Action<CreatePlacementGroupRequest, CreatePlacementGroupResponse> {
  private static final int USUAL_PARTITIONS = 2;

  private final PlacementGroupRepository repository;
  private final Ids ids;
  private final DatabaseTime time;
  private final Tags tags;
  private final PlacementGroupItems items;

  @Inject
  public CreatePlacementGroup(
      PlacementGroupRepository repository,
      Ids ids,
      DatabaseTime time,
      Tags tags,
      PlacementGroupItems items) {
    this.repository = repository;
    this.ids = ids;
    this.time = time;
    this.tags = tags;
    this.items = items;
  }

  @Override
  public Prepared<CreatePlacementGroupResponse> prepare(
      CreatePlacementGroupRequest request, Caller caller) {
    String name = name(request.groupName);
    Arrangement arrangement = arrangement(request);
    Map<String, String> wanted =
        TagSpecifications.check(request.tagSpecificationSet, Set.of(TaggablePlacementGroups.TYPE))
            .of(TaggablePlacementGroups.TYPE);
    if (repository.byName(caller.accountId(), name).isPresent()) {
      throw PlacementGroupErrors.duplicate(name);
    }
    return new Prepared<>(
        List.of(items.arn(caller.accountId(), name)),
        List.of(new Prepared.Charge(PlacementGroupCount.QUOTA, 1)),
        () -> create(caller.accountId(), name, arrangement, wanted));
  }

  private CreatePlacementGroupResponse create(
      String accountId, String name, Arrangement arrangement, Map<String, String> wanted) {
    PlacementGroup group =
        new PlacementGroup(ids.next("pg"), accountId, name, arrangement, time.now());
    repository.add(group);
    tags.put(accountId, TaggablePlacementGroups.TYPE, group.id(), wanted);
    CreatePlacementGroupResponse response = new CreatePlacementGroupResponse();
    response.success = true;
    response.placementGroup = items.item(group, wanted.isEmpty() ? null : TagSets.items(wanted));
    return response;
  }

  private static String name(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw Wording.missing("GroupName");
    }
    return PlacementGroupRules.name("GroupName", name);
  }

  private static Arrangement arrangement(CreatePlacementGroupRequest request) {
    String asked = request.strategy == null ? Strategy.CLUSTER.wireName() : request.strategy;
    Strategy strategy =
        Strategy.of(asked)
            .orElseThrow(
                () ->
                    Wording.invalid("Strategy", asked, "It must be cluster, spread or partition."));
    if (request.spreadLevel != null && strategy != Strategy.SPREAD) {
      throw PlacementGroupErrors.combination(
          "The parameter SpreadLevel needs the strategy 'spread'.");
    }
    return new Arrangement(strategy, partitions(strategy, request.partitionCount));
  }

  private static int partitions(Strategy strategy, @Nullable Integer count) {
    if (strategy != Strategy.PARTITION) {
      if (count != null) {
        throw PlacementGroupErrors.combination(
            "The parameter PartitionCount needs the strategy 'partition'.");
      }
      return 0;
    }
    return count == null
        ? USUAL_PARTITIONS
        : PlacementGroupRules.partition("PartitionCount", count);
  }
}
