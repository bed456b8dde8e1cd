package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.instances.control.Belongings;
import cloud.jarrah.instances.control.InstanceFilters;
import cloud.jarrah.instances.control.InstanceMapper;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.paging.Paging;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows an account's instances; terminated ones for an hour more. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeInstances
    implements Action<DescribeInstancesRequest, DescribeInstancesResponse> {
  private static final int LEAST_RESULTS = 5;
  private static final int MOST_RESULTS = 1000;

  /** The order of the keys that pages are cut by. */
  private static final Comparator<Instance> IN_ORDER =
      Comparator.comparing((Instance instance) -> instance.origin().reservationId())
          .thenComparingInt(instance -> instance.origin().launchIndex());

  private final NamedInstances named;
  private final InstanceRepository instances;
  private final InstanceFilters filters;
  private final InstanceMapper mapper;
  private final Paging paging;

  @Inject
  public DescribeInstances(
      NamedInstances named,
      InstanceRepository instances,
      InstanceFilters filters,
      InstanceMapper mapper,
      Paging paging) {
    this.named = named;
    this.instances = instances;
    this.filters = filters;
    this.mapper = mapper;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeInstancesResponse> prepare(
      DescribeInstancesRequest request, Caller caller) {
    boolean byId = !request.instancesSet.isEmpty();
    if (byId) {
      Paging.refuse("InstanceId", request.maxResults, request.nextToken);
    }
    @Nullable Integer most = Paging.limit(request.maxResults, LEAST_RESULTS, MOST_RESULTS);
    List<Instance> found =
        byId
            ? named.find(caller.accountId(), request.instancesSet)
            : instances.list(caller.accountId());
    return Prepared.of(() -> answer(request, caller, found, most));
  }

  private DescribeInstancesResponse answer(
      DescribeInstancesRequest request,
      Caller caller,
      List<Instance> found,
      @Nullable Integer most) {
    Belongings belongings = mapper.belongings(caller.accountId(), found);
    Predicate<Instance> passes = filters.compile(request.filterSet, belongings);
    Paging.Page<Instance> page =
        paging.cut(
            caller.accountId() + " DescribeInstances",
            found.stream().filter(passes).sorted(IN_ORDER).toList(),
            DescribeInstances::key,
            most,
            request.nextToken);
    DescribeInstancesResponse response = new DescribeInstancesResponse();
    Belongings shown =
        belongings.ifLoaded().orElseGet(() -> mapper.belongings(caller.accountId(), page.items()));
    response.reservationSet.addAll(mapper.reservations(page.items(), shown));
    response.nextToken = page.nextToken();
    return response;
  }

  private static String key(Instance instance) {
    return String.format(
        Locale.ROOT, "%s/%05d", instance.origin().reservationId(), instance.origin().launchIndex());
  }
}
