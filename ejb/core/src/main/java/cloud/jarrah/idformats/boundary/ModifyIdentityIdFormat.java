package cloud.jarrah.idformats.boundary;

import cloud.jarrah.api.ec2.ModifyIdentityIdFormatRequest;
import cloud.jarrah.api.ec2.ModifyIdentityIdFormatResponse;
import cloud.jarrah.idformats.control.IdFormats;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Singleton;

/** Chooses the form of a user's ids, as long as it is the long one. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class ModifyIdentityIdFormat
    implements Action<ModifyIdentityIdFormatRequest, ModifyIdentityIdFormatResponse> {
  @Override
  public Prepared<ModifyIdentityIdFormatResponse> prepare(
      ModifyIdentityIdFormatRequest request, Caller caller) {
    IdFormats.requirePrincipal(request.principalArn, caller);
    IdFormats.requireLong(request.resource, request.useLongIds);
    return Prepared.of(
        () -> {
          ModifyIdentityIdFormatResponse response = new ModifyIdentityIdFormatResponse();
          response.success = true;
          return response;
        });
  }
}
