package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.ResetInstanceAttributeRequest;
import cloud.jarrah.api.ec2.ResetInstanceAttributeResponse;
import cloud.jarrah.instances.control.AttributeChanges;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Gives an instance the kernel or RAM disk of its image again. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class ResetInstanceAttribute
    implements Action<ResetInstanceAttributeRequest, ResetInstanceAttributeResponse> {
  private final NamedInstances named;
  private final AttributeChanges changes;

  @Inject
  public ResetInstanceAttribute(NamedInstances named, AttributeChanges changes) {
    this.named = named;
    this.changes = changes;
  }

  @Override
  public Prepared<ResetInstanceAttributeResponse> prepare(
      ResetInstanceAttributeRequest request, Caller caller) {
    String attribute = attribute(request);
    Instance instance = named.lockOne(caller.accountId(), request.instanceId);
    AttributeChanges.Change change = changes.reset(attribute, instance);
    return Prepared.of(
        InstanceArns.of(List.of(instance)),
        () -> {
          change.apply().run();
          ResetInstanceAttributeResponse response = new ResetInstanceAttributeResponse();
          response.success = true;
          return response;
        });
  }

  private static String attribute(ResetInstanceAttributeRequest request) {
    List<String> named = new ArrayList<>();
    if (request.kernel != null) {
      named.add("kernel");
    }
    if (request.ramdisk != null) {
      named.add("ramdisk");
    }
    if (request.sourceDestCheck != null) {
      named.add("sourceDestCheck");
    }
    if (named.size() > 1) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION, "Reset one attribute at a time.");
    }
    if (named.isEmpty() && request.attribute == null) {
      throw Wording.missing("Attribute");
    }
    if (named.isEmpty()) {
      throw Wording.invalid(
          "Attribute", request.attribute, "It must be kernel, ramdisk or sourceDestCheck.");
    }
    return named.get(0);
  }
}
