package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.DescribeInstanceStatusRequest;
import cloud.jarrah.api.ec2.DescribeInstanceStatusResponse;
import cloud.jarrah.instances.control.InstanceStatuses;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import cloud.jarrah.platform.paging.Paging;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells how instances and their hosts are; without IncludeAllInstances only of those that run. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeInstanceStatus
    implements Action<DescribeInstanceStatusRequest, DescribeInstanceStatusResponse> {
  private static final int LEAST_RESULTS = 5;
  private static final int MOST_RESULTS = 1000;
  private static final int MOST_NAMED = 100;

  private final NamedInstances named;
  private final InstanceRepository instances;
  private final InstanceStatuses statuses;
  private final Paging paging;

  @Inject
  public DescribeInstanceStatus(
      NamedInstances named,
      InstanceRepository instances,
      InstanceStatuses statuses,
      Paging paging) {
    this.named = named;
    this.instances = instances;
    this.statuses = statuses;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeInstanceStatusResponse> prepare(
      DescribeInstanceStatusRequest request, Caller caller) {
    boolean byId = !request.instancesSet.isEmpty();
    if (byId) {
      Paging.refuse("InstanceId", request.maxResults, request.nextToken);
    }
    if (request.instancesSet.size() > MOST_NAMED) {
      throw Wording.invalid(
          "InstanceId", "…", "At most " + MOST_NAMED + " instances can be named.");
    }
    @Nullable Integer most = Paging.limit(request.maxResults, LEAST_RESULTS, MOST_RESULTS);
    Set<InstanceState> states =
        Boolean.TRUE.equals(request.includeAllInstances)
            ? EnumSet.allOf(InstanceState.class)
            : EnumSet.of(InstanceState.RUNNING);
    if (byId) {
      List<Instance> found = named.find(caller.accountId(), request.instancesSet);
      return Prepared.of(
          () ->
              answer(
                  new Paging.Page<>(
                      statuses.of(
                          found.stream()
                              .filter(instance -> states.contains(instance.state()))
                              .sorted(Comparator.comparing(Instance::id))
                              .toList(),
                          request.filterSet),
                      null)));
    }
    int atOnce = atOnce(most, request);
    return Prepared.of(
        () ->
            answer(
                paging.read(
                    caller.accountId() + " DescribeInstanceStatus",
                    after -> stretch(caller.accountId(), states, request, after, atOnce),
                    row -> row.instance().id(),
                    most == null ? Integer.MAX_VALUE : most,
                    request.nextToken)));
  }

  /** No more than the page shows, and one that says that there are more; filters leave some out. */
  private static int atOnce(@Nullable Integer most, DescribeInstanceStatusRequest request) {
    if (most == null) {
      return Integer.MAX_VALUE;
    }
    return request.filterSet.isEmpty() ? most + 1 : MOST_RESULTS;
  }

  private Paging.Stretch<InstanceStatuses.Row> stretch(
      String accountId,
      Set<InstanceState> states,
      DescribeInstanceStatusRequest request,
      @Nullable String after,
      int atOnce) {
    List<Instance> read = instances.page(accountId, states, after == null ? "" : after, atOnce);
    return new Paging.Stretch<>(
        statuses.of(read, request.filterSet),
        read.size() < atOnce ? null : read.get(read.size() - 1).id());
  }

  private static DescribeInstanceStatusResponse answer(Paging.Page<InstanceStatuses.Row> page) {
    DescribeInstanceStatusResponse response = new DescribeInstanceStatusResponse();
    page.items().forEach(row -> response.instanceStatusSet.add(InstanceStatuses.item(row)));
    response.nextToken = page.nextToken();
    return response;
  }
}
