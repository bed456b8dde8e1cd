package cloud.jarrah.placementgroups.boundary;

import cloud.jarrah.api.ec2.DeletePlacementGroupRequest;
import cloud.jarrah.api.ec2.DeletePlacementGroupResponse;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.placementgroups.control.PlacementGroupErrors;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Deletes a placement group that nothing is in, with its tags. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class DeletePlacementGroup
    implements Action<DeletePlacementGroupRequest, DeletePlacementGroupResponse> {
  private final PlacementGroupRepository repository;
  private final GroupSeats seats;
  private final Tags tags;
  private final PlacementGroupItems items;

  @Inject
  public DeletePlacementGroup(
      PlacementGroupRepository repository, GroupSeats seats, Tags tags, PlacementGroupItems items) {
    this.repository = repository;
    this.seats = seats;
    this.tags = tags;
    this.items = items;
  }

  @Override
  public Prepared<DeletePlacementGroupResponse> prepare(
      DeletePlacementGroupRequest request, Caller caller) {
    String name = request.groupName;
    if (name == null || name.isEmpty()) {
      throw Wording.missing("GroupName");
    }
    PlacementGroup group =
        repository
            .byName(caller.accountId(), name)
            // Launches and taggers hold the row as well: whoever comes second sees what the first
            // did.
            .flatMap(found -> repository.lock(found.id(), LockModeType.PESSIMISTIC_WRITE))
            .orElseThrow(() -> PlacementGroupErrors.unknown(name));
    if (seats.inUse(group.id())) {
      throw PlacementGroupErrors.inUse(name);
    }
    return Prepared.of(
        List.of(items.arn(caller.accountId(), name)),
        () -> {
          repository.remove(group);
          tags.remove(group.id());
          DeletePlacementGroupResponse response = new DeletePlacementGroupResponse();
          response.success = true;
          return response;
        });
  }
}
