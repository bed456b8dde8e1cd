package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.GetPasswordDataRequest;
import cloud.jarrah.api.ec2.GetPasswordDataResponse;
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

/** Shows the password of a Windows instance; guests here are of other systems and have none. */
@ApiAction(effect = Effect.READ)
@Singleton
public class GetPasswordData implements Action<GetPasswordDataRequest, GetPasswordDataResponse> {
  private final NamedInstances named;

  @Inject
  public GetPasswordData(NamedInstances named) {
    this.named = named;
  }

  @Override
  public Prepared<GetPasswordDataResponse> prepare(GetPasswordDataRequest request, Caller caller) {
    Instance instance = named.one(caller.accountId(), request.instanceId);
    return Prepared.of(
        InstanceArns.of(List.of(instance)),
        () -> {
          GetPasswordDataResponse response = new GetPasswordDataResponse();
          response.instanceId = instance.id();
          response.timestamp = instance.runs().launchedAt();
          response.passwordData = "";
          return response;
        });
  }
}
