package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.InstanceStateChange;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesResponse;
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

/** Ends instances for good, with their disks. Repeating it changes nothing. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class TerminateInstances
    implements Action<TerminateInstancesRequest, TerminateInstancesResponse> {
  private final NamedInstances named;
  private final InstanceChanges changes;

  @Inject
  public TerminateInstances(NamedInstances named, InstanceChanges changes) {
    this.named = named;
    this.changes = changes;
  }

  @Override
  public Prepared<TerminateInstancesResponse> prepare(
      TerminateInstancesRequest request, Caller caller) {
    List<Instance> instances = named.lock(caller.accountId(), request.instancesSet);
    Protection.requireTerminable(instances);
    return Prepared.of(
        InstanceArns.of(instances),
        () -> {
          TerminateInstancesResponse response = new TerminateInstancesResponse();
          List<InstanceStateChange> made = changes.terminate(instances, caller.requestId());
          response.instancesSet.addAll(made);
          return response;
        });
  }
}
