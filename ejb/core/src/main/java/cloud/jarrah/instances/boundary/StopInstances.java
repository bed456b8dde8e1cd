package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.StopInstancesRequest;
import cloud.jarrah.api.ec2.StopInstancesResponse;
import cloud.jarrah.instances.control.InstanceChanges;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.Protection;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Switches running instances off; their disks and their places on the hosts stay. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class StopInstances implements Action<StopInstancesRequest, StopInstancesResponse> {
  private final NamedInstances named;
  private final InstanceChanges changes;

  @Inject
  public StopInstances(NamedInstances named, InstanceChanges changes) {
    this.named = named;
    this.changes = changes;
  }

  @Override
  public Prepared<StopInstancesResponse> prepare(StopInstancesRequest request, Caller caller) {
    List<Instance> instances = named.lock(caller.accountId(), request.instancesSet);
    InstanceChanges.requireStoppable(instances);
    Protection.requireStoppable(instances);
    boolean force = Boolean.TRUE.equals(request.force);
    return Prepared.of(
        InstanceArns.of(instances),
        () -> {
          StopInstancesResponse response = new StopInstancesResponse();
          response.instancesSet.addAll(changes.stop(instances, force, caller.requestId()));
          return response;
        });
  }
}
