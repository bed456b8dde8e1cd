package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.DescribeInstanceAttributeRequest;
import cloud.jarrah.api.ec2.DescribeInstanceAttributeResponse;
import cloud.jarrah.instances.control.InstanceAttributes;
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

/** Shows one attribute of an instance. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeInstanceAttribute
    implements Action<DescribeInstanceAttributeRequest, DescribeInstanceAttributeResponse> {
  private final NamedInstances named;
  private final InstanceAttributes attributes;

  @Inject
  public DescribeInstanceAttribute(NamedInstances named, InstanceAttributes attributes) {
    this.named = named;
    this.attributes = attributes;
  }

  @Override
  public Prepared<DescribeInstanceAttributeResponse> prepare(
      DescribeInstanceAttributeRequest request, Caller caller) {
    InstanceAttributes.Attribute asked = InstanceAttributes.asked(request);
    Instance instance = named.one(caller.accountId(), request.instanceId);
    return Prepared.of(InstanceArns.of(List.of(instance)), () -> attributes.show(instance, asked));
  }
}
