package cloud.jarrah.idformats.boundary;

import cloud.jarrah.api.ec2.DescribeIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeIdFormatResponse;
import cloud.jarrah.api.ec2.IdFormatItem;
import cloud.jarrah.idformats.control.IdFormats;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows the form of the caller's ids. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeIdFormat implements Action<DescribeIdFormatRequest, DescribeIdFormatResponse> {
  @Override
  public Prepared<DescribeIdFormatResponse> prepare(
      DescribeIdFormatRequest request, Caller caller) {
    List<IdFormatItem> statuses = IdFormats.of(request.resource);
    return Prepared.of(
        () -> {
          DescribeIdFormatResponse response = new DescribeIdFormatResponse();
          response.statusSet.addAll(statuses);
          return response;
        });
  }
}
