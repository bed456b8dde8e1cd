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
import java.util.List;
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
    List<Instance> found =
        byId
            ? named.find(caller.accountId(), request.instancesSet)
            : instances.list(caller.accountId());
    return Prepared.of(() -> answer(request, caller, found, most));
  }

  private DescribeInstanceStatusResponse answer(
      DescribeInstanceStatusRequest request,
      Caller caller,
      List<Instance> found,
      @Nullable Integer most) {
    boolean all = Boolean.TRUE.equals(request.includeAllInstances);
    List<Instance> wanted =
        found.stream()
            .filter(instance -> all || instance.state() == InstanceState.RUNNING)
            .sorted(Comparator.comparing(Instance::id))
            .toList();
    Paging.Page<InstanceStatuses.Row> page =
        paging.cut(
            caller.accountId() + " DescribeInstanceStatus",
            statuses.of(wanted, request.filterSet),
            row -> row.instance().id(),
            most,
            request.nextToken);
    DescribeInstanceStatusResponse response = new DescribeInstanceStatusResponse();
    page.items().forEach(row -> response.instanceStatusSet.add(InstanceStatuses.item(row)));
    response.nextToken = page.nextToken();
    return response;
  }
}
