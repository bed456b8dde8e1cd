package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.ModifyInstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.ModifyInstanceMaintenanceOptionsResponse;
import cloud.jarrah.instances.control.AttributeChanges;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.control.Recovering;
import cloud.jarrah.instances.entity.AutoRecovery;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Chooses what shall become of an instance when its host fails. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class ModifyInstanceMaintenanceOptions
    implements Action<
        ModifyInstanceMaintenanceOptionsRequest, ModifyInstanceMaintenanceOptionsResponse> {
  private final NamedInstances named;

  @Inject
  public ModifyInstanceMaintenanceOptions(NamedInstances named) {
    this.named = named;
  }

  @Override
  public Prepared<ModifyInstanceMaintenanceOptionsResponse> prepare(
      ModifyInstanceMaintenanceOptionsRequest request, Caller caller) {
    AutoRecovery chosen = Recovering.require("AutoRecovery", request.autoRecovery);
    Instance instance = named.lockOne(caller.accountId(), request.instanceId);
    AttributeChanges.requirePresent(instance);
    return Prepared.of(
        InstanceArns.of(List.of(instance)),
        () -> {
          Recovering.choose(instance, chosen);
          ModifyInstanceMaintenanceOptionsResponse response =
              new ModifyInstanceMaintenanceOptionsResponse();
          response.instanceId = instance.id();
          response.autoRecovery = chosen.wireName();
          return response;
        });
  }
}
