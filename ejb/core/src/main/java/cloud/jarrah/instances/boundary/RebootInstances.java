package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.RebootInstancesRequest;
import cloud.jarrah.api.ec2.RebootInstancesResponse;
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

/** Reboots running instances; the answer comes before they have done so. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class RebootInstances implements Action<RebootInstancesRequest, RebootInstancesResponse> {
  private final NamedInstances named;
  private final InstanceChanges changes;

  @Inject
  public RebootInstances(NamedInstances named, InstanceChanges changes) {
    this.named = named;
    this.changes = changes;
  }

  @Override
  public Prepared<RebootInstancesResponse> prepare(RebootInstancesRequest request, Caller caller) {
    List<Instance> instances = named.lock(caller.accountId(), request.instancesSet);
    InstanceChanges.requireRebootable(instances);
    return Prepared.of(
        InstanceArns.of(instances),
        () -> {
          changes.reboot(instances, caller.requestId());
          RebootInstancesResponse response = new RebootInstancesResponse();
          response.success = true;
          return response;
        });
  }
}
