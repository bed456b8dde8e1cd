package cloud.jarrah.accounts.boundary;

import cloud.jarrah.api.sts.GetCallerIdentityRequest;
import cloud.jarrah.api.sts.GetCallerIdentityResponse;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Singleton;

/** Who the caller is. */
@Singleton
@ApiAction(service = Service.STS, effect = Effect.READ)
public class GetCallerIdentity
    implements Action<GetCallerIdentityRequest, GetCallerIdentityResponse> {

  @Override
  public Prepared<GetCallerIdentityResponse> prepare(
      GetCallerIdentityRequest request, Caller caller) {
    return Prepared.of(
        () -> {
          GetCallerIdentityResponse response = new GetCallerIdentityResponse();
          response.result.account = caller.accountId();
          response.result.userId = caller.identity().userId();
          response.result.arn = caller.identity().arn();
          return response;
        });
  }
}
