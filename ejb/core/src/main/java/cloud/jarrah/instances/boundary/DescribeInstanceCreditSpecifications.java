package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.DescribeInstanceCreditSpecificationsRequest;
import cloud.jarrah.api.ec2.DescribeInstanceCreditSpecificationsResponse;
import cloud.jarrah.api.ec2.InstanceCreditSpecificationItem;
import cloud.jarrah.instances.control.InstanceErrors;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.filters.FilterTable;
import cloud.jarrah.platform.paging.Paging;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Shows which instances use CPU credits. No type is burstable: none does, and to name one is an
 * error.
 */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeInstanceCreditSpecifications
    implements Action<
        DescribeInstanceCreditSpecificationsRequest, DescribeInstanceCreditSpecificationsResponse> {
  private static final int LEAST_RESULTS = 5;
  private static final int MOST_RESULTS = 1000;
  private static final FilterTable<InstanceCreditSpecificationItem> FILTERS =
      new FilterTable<InstanceCreditSpecificationItem>().on("instance-id", item -> item.instanceId);

  private final NamedInstances named;
  private final Paging paging;

  @Inject
  public DescribeInstanceCreditSpecifications(NamedInstances named, Paging paging) {
    this.named = named;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeInstanceCreditSpecificationsResponse> prepare(
      DescribeInstanceCreditSpecificationsRequest request, Caller caller) {
    if (!request.instancesSet.isEmpty()) {
      throw InstanceErrors.noCredits(
          named.find(caller.accountId(), request.instancesSet).get(0).id());
    }
    FILTERS.compile(request.filterSet);
    Paging.limit(request.maxResults, LEAST_RESULTS, MOST_RESULTS);
    if (request.nextToken != null) {
      paging.after(caller.accountId() + " DescribeInstanceCreditSpecifications", request.nextToken);
    }
    return Prepared.of(DescribeInstanceCreditSpecificationsResponse::new);
  }
}
