package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.admin.ExplainPlacementRequest;
import cloud.jarrah.api.admin.ExplainPlacementResponse;
import cloud.jarrah.hosts.control.Grouping;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.instances.control.InstanceErrors;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.placementgroups.control.PlacementGroups;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells why an instance is where it is, and what every host would say to one like it now. */
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
@Singleton
public class ExplainPlacement implements Action<ExplainPlacementRequest, ExplainPlacementResponse> {
  private final InstanceRepository instances;
  private final Placement placement;
  private final PlacementGroups groups;

  @Inject
  public ExplainPlacement(
      InstanceRepository instances, Placement placement, PlacementGroups groups) {
    this.instances = instances;
    this.placement = placement;
    this.groups = groups;
  }

  @Override
  public Prepared<ExplainPlacementResponse> prepare(
      ExplainPlacementRequest request, Caller caller) {
    String id = request.instanceId() == null ? "" : request.instanceId();
    Instance instance =
        instances.findForAdministrator(id).orElseThrow(() -> InstanceErrors.notFound(List.of(id)));
    return Prepared.of(() -> explain(instance));
  }

  private ExplainPlacementResponse explain(Instance instance) {
    return new ExplainPlacementResponse(
        instance.id(),
        instance.hostId(),
        instance.residence().note(),
        placement.explain(instance.zone(), instance.demand(), grouping(instance)).stream()
            .map(v -> new ExplainPlacementResponse.Candidate(v.hostId(), v.hostName(), v.text()))
            .toList());
  }

  private @Nullable Grouping grouping(Instance instance) {
    GroupSeat seat = instance.residence().group();
    return seat == null
        ? null
        : groups.find(instance.accountId(), seat.groupId(), seat.partition()).orElse(null);
  }
}
