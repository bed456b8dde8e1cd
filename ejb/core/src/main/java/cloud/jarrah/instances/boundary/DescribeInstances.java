package cloud.jarrah.instances.boundary;

import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.instances.control.Belongings;
import cloud.jarrah.instances.control.InstanceFilters;
import cloud.jarrah.instances.control.InstanceMapper;
import cloud.jarrah.instances.control.NamedInstances;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
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
import java.util.Set;
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
    @Nullable Integer most = Paging.limit(request.maxResults, LEAST_RESULTS, MOST_RESULTS);
    if (!request.instancesSet.isEmpty()) {
      Paging.refuse("InstanceId", request.maxResults, request.nextToken);
      List<Instance> found = named.find(caller.accountId(), request.instancesSet);
      return Prepared.of(() -> answer(caller, whole(request, caller, found)));
    }
    Question question =
        new Question(request, caller.accountId(), InstanceFilters.states(request.filterSet));
    return Prepared.of(
        () ->
            answer(
                caller,
                most == null && request.nextToken == null
                    ? whole(request, caller, instances.list(caller.accountId(), question.states()))
                    : page(question, most == null ? MOST_RESULTS : most)));
  }

  /** Which of an account's instances are wanted. */
  private record Question(
      DescribeInstancesRequest request, String accountId, Set<InstanceState> states) {}

  private Paging.Page<Instance> whole(
      DescribeInstancesRequest request, Caller caller, List<Instance> found) {
    List<Instance> shown = passing(request, caller.accountId(), found);
    return new Paging.Page<>(shown.stream().sorted(IN_ORDER).toList(), null);
  }

  private Paging.Page<Instance> page(Question question, int most) {
    // Where the states are the only filter, all that is read is shown.
    int atOnce = question.request().filterSet.isEmpty() ? most + 1 : MOST_RESULTS;
    return paging.read(
        question.accountId() + " DescribeInstances",
        after -> stretch(question, after, atOnce),
        DescribeInstances::key,
        most,
        question.request().nextToken);
  }

  private Paging.Stretch<Instance> stretch(Question question, @Nullable String after, int atOnce) {
    Position position = Position.of(after);
    List<Instance> read =
        instances.list(
            question.accountId(),
            question.states(),
            position.reservation(),
            position.launchIndex(),
            atOnce);
    return new Paging.Stretch<>(
        passing(question.request(), question.accountId(), read),
        read.size() < atOnce ? null : key(read.get(read.size() - 1)));
  }

  private List<Instance> passing(
      DescribeInstancesRequest request, String accountId, List<Instance> found) {
    Belongings belongings = mapper.belongings(accountId, found);
    return found.stream().filter(filters.compile(request.filterSet, belongings)).toList();
  }

  private DescribeInstancesResponse answer(Caller caller, Paging.Page<Instance> page) {
    DescribeInstancesResponse response = new DescribeInstancesResponse();
    response.reservationSet.addAll(
        mapper.reservations(page.items(), mapper.belongings(caller.accountId(), page.items())));
    response.nextToken = page.nextToken();
    return response;
  }

  private static String key(Instance instance) {
    return String.format(
        Locale.ROOT, "%s/%05d", instance.origin().reservationId(), instance.origin().launchIndex());
  }

  /** Where a key points to. */
  private record Position(String reservation, int launchIndex) {
    static Position of(@Nullable String key) {
      if (key == null) {
        return new Position("", -1);
      }
      int slash = key.indexOf('/');
      return new Position(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
    }
  }
}
