package cloud.jarrah.idformats.boundary;

import cloud.jarrah.api.ec2.DescribeAggregateIdFormatRequest;
import cloud.jarrah.api.ec2.DescribeAggregateIdFormatResponse;
import cloud.jarrah.idformats.control.IdFormats;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Singleton;

/** Shows that everybody has long ids. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeAggregateIdFormat
    implements Action<DescribeAggregateIdFormatRequest, DescribeAggregateIdFormatResponse> {
  @Override
  public Prepared<DescribeAggregateIdFormatResponse> prepare(
      DescribeAggregateIdFormatRequest request, Caller caller) {
    return Prepared.of(
        () -> {
          DescribeAggregateIdFormatResponse response = new DescribeAggregateIdFormatResponse();
          response.useLongIdsAggregated = true;
          response.statusSet.addAll(IdFormats.all());
          return response;
        });
  }
}
