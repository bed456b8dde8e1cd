package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.MonitorInstancesRequest;
import cloud.jarrah.api.ec2.MonitorInstancesResponse;
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

/** Switches detailed monitoring of instances on. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class MonitorInstances implements Action<MonitorInstancesRequest, MonitorInstancesResponse> {
  private final NamedInstances named;

  @Inject
  public MonitorInstances(NamedInstances named) {
    this.named = named;
  }

  @Override
  public Prepared<MonitorInstancesResponse> prepare(
      MonitorInstancesRequest request, Caller caller) {
    List<Instance> instances = named.lock(caller.accountId(), request.instancesSet);
    Monitoring.requirePresent(instances);
    return Prepared.of(
        InstanceArns.of(instances),
        () -> {
          MonitorInstancesResponse response = new MonitorInstancesResponse();
          response.instancesSet.addAll(Monitoring.choose(instances, true));
          return response;
        });
  }
}
