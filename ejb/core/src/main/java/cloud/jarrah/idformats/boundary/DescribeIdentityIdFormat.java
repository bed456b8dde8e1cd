package cloud.jarrah.idformats.boundary;

import cloud.jarrah.api.ec2.DescribeIdentityIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeIdentityIdFormatResponse;
import cloud.jarrah.api.ec2.IdFormatItem;
import cloud.jarrah.idformats.control.IdFormats;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows the form of a user's ids. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeIdentityIdFormat
    implements Action<DescribeIdentityIdFormatRequest, DescribeIdentityIdFormatResponse> {
  @Override
  public Prepared<DescribeIdentityIdFormatResponse> prepare(
      DescribeIdentityIdFormatRequest request, Caller caller) {
    IdFormats.requirePrincipal(request.principalArn, caller);
    List<IdFormatItem> statuses = IdFormats.of(request.resource);
    return Prepared.of(
        () -> {
          DescribeIdentityIdFormatResponse response = new DescribeIdentityIdFormatResponse();
          response.statusSet.addAll(statuses);
          return response;
        });
  }
}
