package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.UnmonitorInstancesRequest;
import cloud.jarrah.api.ec2.UnmonitorInstancesResponse;
import cloud.jarrah.instances.control.Monitoring;
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

/** Switches detailed monitoring of instances off. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class UnmonitorInstances
    implements Action<UnmonitorInstancesRequest, UnmonitorInstancesResponse> {
  private final NamedInstances named;

  @Inject
  public UnmonitorInstances(NamedInstances named) {
    this.named = named;
  }

  @Override
  public Prepared<UnmonitorInstancesResponse> prepare(
      UnmonitorInstancesRequest request, Caller caller) {
    List<Instance> instances = named.lock(caller.accountId(), request.instancesSet);
    Monitoring.requirePresent(instances);
    return Prepared.of(
        InstanceArns.of(instances),
        () -> {
          UnmonitorInstancesResponse response = new UnmonitorInstancesResponse();
          response.instancesSet.addAll(Monitoring.choose(instances, false));
          return response;
        });
  }
}
