package cloud.jarrah.placementgroups.boundary;

import cloud.jarrah.api.ec2.CreatePlacementGroupRequest;
import cloud.jarrah.api.ec2.CreatePlacementGroupResponse;
import cloud.jarrah.placementgroups.control.PlacementGroupCount;
import cloud.jarrah.placementgroups.control.PlacementGroupErrors;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
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
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a placement group. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class CreatePlacementGroup
    implements Action<CreatePlacementGroupRequest, CreatePlacementGroupResponse> {
  private static final Pattern NAME =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");
  private static final int MOST_PARTITIONS = 7;
  private static final int USUAL_PARTITIONS = 2;

  private final PlacementGroupRepository repository;
  private final Ids ids;
  private final DatabaseTime time;

  @Inject
  public CreatePlacementGroup(PlacementGroupRepository repository, Ids ids, DatabaseTime time) {
    this.repository = repository;
    this.ids = ids;
    this.time = time;
  }

  @Override
  public Prepared<CreatePlacementGroupResponse> prepare(
      CreatePlacementGroupRequest request, Caller caller) {
    String name = name(request.groupName);
    Arrangement arrangement = arrangement(request);
    if (repository.byName(caller.accountId(), name).isPresent()) {
      throw PlacementGroupErrors.duplicate(name);
    }
    return new Prepared<>(
        List.of(PlacementGroupItems.arn(caller.accountId(), name)),
        List.of(new Prepared.Charge(PlacementGroupCount.QUOTA, 1)),
        () -> create(caller.accountId(), name, arrangement));
  }

  private CreatePlacementGroupResponse create(
      String accountId, String name, Arrangement arrangement) {
    PlacementGroup group =
        new PlacementGroup(ids.next("pg"), accountId, name, arrangement, time.now());
    repository.add(group);
    CreatePlacementGroupResponse response = new CreatePlacementGroupResponse();
    response.success = true;
    response.placementGroup = PlacementGroupItems.item(group);
    return response;
  }

  private static String name(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw Wording.missing("GroupName");
    }
    if (!NAME.matcher(name).matches()) {
      throw Wording.invalid(
          "GroupName",
          name,
          "It must have 1 to 255 printable ASCII characters and no blanks at its ends.");
    }
    return name;
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
    int partitions = count == null ? USUAL_PARTITIONS : count;
    if (partitions < 1 || partitions > MOST_PARTITIONS) {
      throw Wording.invalid(
          "PartitionCount",
          Integer.toString(partitions),
          "It must be from 1 to " + MOST_PARTITIONS + ".");
    }
    return partitions;
  }
}
