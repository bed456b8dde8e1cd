package cloud.jarrah.instancetypes.boundary;

import cloud.jarrah.api.ec2.DescribeInstanceTypesRequest;
import cloud.jarrah.api.ec2.DescribeInstanceTypesResponse;
import cloud.jarrah.api.ec2.InstanceTypeItem;
import cloud.jarrah.instancetypes.control.InstanceTypeErrors;
import cloud.jarrah.instancetypes.control.InstanceTypeFilters;
import cloud.jarrah.instancetypes.control.InstanceTypeItems;
import cloud.jarrah.instancetypes.control.OfferedTypes;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the instance types that can be launched. */
@ApiAction(effect = Effect.READ)
@Singleton
public class DescribeInstanceTypes
    implements Action<DescribeInstanceTypesRequest, DescribeInstanceTypesResponse> {
  private static final int LEAST_RESULTS = 5;
  private static final int MOST_RESULTS = 100;
  private static final int MOST_NAMES = 100;

  private final OfferedTypes offered;
  private final Paging paging;

  @Inject
  public DescribeInstanceTypes(OfferedTypes offered, Paging paging) {
    this.offered = offered;
    this.paging = paging;
  }

  @Override
  public Prepared<DescribeInstanceTypesResponse> prepare(
      DescribeInstanceTypesRequest request, Caller caller) {
    Set<String> named = named(request);
    Predicate<InstanceTypeItem> wanted = InstanceTypeFilters.compile(request.filterSet);
    @Nullable Integer most = Paging.limit(request.maxResults, LEAST_RESULTS, MOST_RESULTS);
    List<OfferedTypes.Type> types = offered.all();
    requireAll(named, types);
    Paging.Page<InstanceTypeItem> page =
        paging.cut(
            caller.accountId() + " DescribeInstanceTypes",
            types.stream()
                .filter(type -> named.isEmpty() || named.contains(type.name()))
                .map(InstanceTypeItems::of)
                .filter(wanted)
                .sorted(Comparator.comparing(type -> type.instanceType))
                .toList(),
            type -> type.instanceType,
            most,
            request.nextToken);
    return Prepared.of(
        () -> {
          DescribeInstanceTypesResponse response = new DescribeInstanceTypesResponse();
          response.instanceTypeSet.addAll(page.items());
          response.nextToken = page.nextToken();
          return response;
        });
  }

  private static Set<String> named(DescribeInstanceTypesRequest request) {
    Set<String> named =
        request.instanceTypeSet.stream()
            .map(item -> Objects.requireNonNullElse(item.instanceType, ""))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (named.size() > MOST_NAMES) {
      throw Wording.invalid(
          "InstanceType", Integer.toString(named.size()), "Name at most " + MOST_NAMES + ".");
    }
    return named;
  }

  private static void requireAll(Set<String> named, List<OfferedTypes.Type> types) {
    Set<String> unknown = new LinkedHashSet<>(named);
    types.forEach(type -> unknown.remove(type.name()));
    if (!unknown.isEmpty()) {
      throw InstanceTypeErrors.unknown(unknown);
    }
  }
}
