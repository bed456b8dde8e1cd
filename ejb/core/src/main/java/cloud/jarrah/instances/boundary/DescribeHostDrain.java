package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.admin.DescribeHostDrainRequest;
import cloud.jarrah.api.admin.DescribeHostDrainResponse;
import cloud.jarrah.hosts.control.HostDuties;
import cloud.jarrah.hosts.control.HostDuties.Assigned;
import cloud.jarrah.hosts.control.HostErrors;
import cloud.jarrah.instances.control.Occupants;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Shows what is still on a host, and why. */
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
@Singleton
public class DescribeHostDrain
    implements Action<DescribeHostDrainRequest, DescribeHostDrainResponse> {
  private final HostDuties duties;
  private final Occupants occupants;

  @Inject
  public DescribeHostDrain(HostDuties duties, Occupants occupants) {
    this.duties = duties;
    this.occupants = occupants;
  }

  @Override
  public Prepared<DescribeHostDrainResponse> prepare(
      DescribeHostDrainRequest request, Caller caller) {
    String id = request.hostId() == null ? "" : request.hostId();
    Assigned host = duties.of(id).orElseThrow(() -> HostErrors.notFound(id));
    return Prepared.of(() -> show(host, occupants.on(host)));
  }

  private static DescribeHostDrainResponse show(Assigned host, Occupants.Found found) {
    return new DescribeHostDrainResponse(
        host.hostId(),
        host.name(),
        host.duty(),
        host.since().equals(Instant.EPOCH) ? null : host.since(),
        host.rest(),
        found.left(),
        found.occupants().stream().map(DescribeHostDrain::item).toList());
  }

  private static DescribeHostDrainResponse.Occupant item(Occupants.Occupant occupant) {
    return new DescribeHostDrainResponse.Occupant(
        occupant.instanceId(), occupant.state(), occupant.fate().name(), occupant.reason());
  }
}
