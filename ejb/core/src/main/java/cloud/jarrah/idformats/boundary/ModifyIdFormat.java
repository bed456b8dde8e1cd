package cloud.jarrah.idformats.boundary;

import cloud.jarrah.api.ec2.ModifyIdFormatRequest;
import cloud.jarrah.api.ec2.ModifyIdFormatResponse;
import cloud.jarrah.idformats.control.IdFormats;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Singleton;

/** Chooses the form of the caller's ids, as long as it is the long one. */
@ApiAction(effect = Effect.WRITE)
@Singleton
public class ModifyIdFormat implements Action<ModifyIdFormatRequest, ModifyIdFormatResponse> {
  @Override
  public Prepared<ModifyIdFormatResponse> prepare(ModifyIdFormatRequest request, Caller caller) {
    IdFormats.requireLong(request.resource, request.useLongIds);
    return Prepared.of(
        () -> {
          ModifyIdFormatResponse response = new ModifyIdFormatResponse();
          response.success = true;
          return response;
        });
  }
}
