package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.ReservationItem;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.instances.control.InstanceMapper;
import cloud.jarrah.instances.control.LaunchRequest;
import cloud.jarrah.instances.control.LaunchRequests;
import cloud.jarrah.instances.control.LaunchTags;
import cloud.jarrah.instances.control.Launcher;
import cloud.jarrah.launchtemplates.control.LaunchTemplates;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.ClientToken;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.RequestDigest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Launches instances: as many as fit between the two counts, all placed or none made. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class RunInstances implements Action<RunInstancesRequest, RunInstancesResponse> {
  private final LaunchTemplates templates;
  private final LaunchRequests requests;
  private final Launcher launcher;
  private final LaunchTags tags;
  private final InstanceMapper mapper;

  @Inject
  public RunInstances(
      LaunchTemplates templates,
      LaunchRequests requests,
      Launcher launcher,
      LaunchTags tags,
      InstanceMapper mapper) {
    this.templates = templates;
    this.requests = requests;
    this.launcher = launcher;
    this.tags = tags;
    this.mapper = mapper;
  }

  @Override
  public Prepared<RunInstancesResponse> prepare(RunInstancesRequest request, Caller caller) {
    String digest = RequestDigest.of(request);
    // First of all: what the request named may be gone by the time it is repeated.
    Optional<Launcher.Launched> earlier =
        launcher.earlier(ClientToken.check(request.clientToken), digest, caller.accountId());
    if (earlier.isPresent()) {
      return Prepared.of(() -> response(earlier.get(), caller));
    }
    LaunchTemplates.Completed whole = templates.complete(request, caller.accountId());
    LaunchRequest launch = requests.check(whole.request(), caller.accountId(), digest);
    List<String> resources = new ArrayList<>(whole.resources());
    resources.addAll(InstanceArns.launched(launch, caller));
    return new Prepared<>(
        resources,
        List.of(
            new Prepared.Charge("instances", launch.maxCount()),
            new Prepared.Charge("vcpus", launch.maxCount() * launch.type().demand().cores())),
        () -> {
          Launcher.Launched launched = launcher.launch(launch, caller);
          tags.put(launch.tags(), caller.accountId(), launched.instances());
          return response(launched, caller);
        });
  }

  private RunInstancesResponse response(Launcher.Launched launched, Caller caller) {
    List<ReservationItem> reservations =
        mapper.reservations(
            launched.instances(), mapper.belongings(caller.accountId(), launched.instances()));
    ReservationItem reservation = reservations.get(0);
    RunInstancesResponse response = new RunInstancesResponse();
    response.reservationId = reservation.reservationId;
    response.ownerId = reservation.ownerId;
    response.groupSet = reservation.groupSet;
    response.instancesSet = reservation.instancesSet;
    return response;
  }
}
