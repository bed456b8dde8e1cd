package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeResponse;
import cloud.jarrah.instances.control.AttributeChanges;
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

/** Gives one attribute of an instance another value. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class ModifyInstanceAttribute
    implements Action<ModifyInstanceAttributeRequest, ModifyInstanceAttributeResponse> {
  private final NamedInstances named;
  private final AttributeChanges changes;

  @Inject
  public ModifyInstanceAttribute(NamedInstances named, AttributeChanges changes) {
    this.named = named;
    this.changes = changes;
  }

  @Override
  public Prepared<ModifyInstanceAttributeResponse> prepare(
      ModifyInstanceAttributeRequest request, Caller caller) {
    Instance instance = named.lockOne(caller.accountId(), request.instanceId);
    AttributeChanges.Change change = changes.check(request, instance);
    return new Prepared<>(
        InstanceArns.of(List.of(instance)),
        change.moreVcpus() == 0
            ? List.of()
            : List.of(new Prepared.Charge("vcpus", change.moreVcpus())),
        () -> {
          change.apply().run();
          ModifyInstanceAttributeResponse response = new ModifyInstanceAttributeResponse();
          response.success = true;
          return response;
        });
  }
}
