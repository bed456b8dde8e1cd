package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.StartInstancesRequest;
import cloud.jarrah.api.ec2.StartInstancesResponse;
import cloud.jarrah.instances.control.InstanceChanges;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Starts stopped instances on the hosts that keep their disks, if there is room. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class StartInstances implements Action<StartInstancesRequest, StartInstancesResponse> {
  private final NamedInstances named;
  private final InstanceChanges changes;

  @Inject
  public StartInstances(NamedInstances named, InstanceChanges changes) {
    this.named = named;
    this.changes = changes;
  }

  @Override
  public Prepared<StartInstancesResponse> prepare(StartInstancesRequest request, Caller caller) {
    List<Instance> instances = named.lock(caller.accountId(), request.instancesSet);
    InstanceChanges.requireStartable(instances);
    return Prepared.of(
        InstanceArns.of(instances),
        () -> {
          StartInstancesResponse response = new StartInstancesResponse();
          response.instancesSet.addAll(changes.start(instances, caller.requestId()));
          return response;
        });
  }
}
