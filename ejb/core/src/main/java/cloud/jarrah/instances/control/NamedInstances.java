package cloud.jarrah.instances.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.InstanceId;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the instances a request names: all of them, or the request fails as a whole. */
@Singleton
public class NamedInstances {
  private static final Pattern FORM = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");
  private static final int MOST = 1000;

  private final InstanceRepository instances;

  @Inject
  public NamedInstances(InstanceRepository instances) {
    this.instances = instances;
  }

  /** Those named, at least one; for reading. */
  public List<Instance> find(String accountId, List<InstanceId> named) {
    return all(ids(named), ids -> instances.find(accountId, ids));
  }

  /** Those named, at least one; their rows are locked. */
  public List<Instance> lock(String accountId, List<InstanceId> named) {
    return all(ids(named), ids -> instances.lock(accountId, ids));
  }

  /** The one named; for reading. */
  public Instance one(String accountId, @Nullable String id) {
    return find(accountId, single(id)).get(0);
  }

  /** The one named; its row is locked. */
  public Instance lockOne(String accountId, @Nullable String id) {
    return lock(accountId, single(id)).get(0);
  }

  private static List<InstanceId> single(@Nullable String id) {
    InstanceId item = new InstanceId();
    item.instanceId = id;
    return id == null ? List.of() : List.of(item);
  }

  private static List<Instance> all(Set<String> ids, Function<Set<String>, List<Instance>> read) {
    List<Instance> found = read.apply(ids);
    if (found.size() < ids.size()) {
      Set<String> missing = new LinkedHashSet<>(ids);
      found.forEach(instance -> missing.remove(instance.id()));
      throw InstanceErrors.notFound(missing);
    }
    return found;
  }

  private static Set<String> ids(List<InstanceId> named) {
    if (named.isEmpty()) {
      throw new ApiException(
          ErrorCode.MISSING_PARAMETER, "The request must contain the parameter InstanceId");
    }
    if (named.size() > MOST) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "At most " + MOST + " instances can be named at once.");
    }
    Set<String> ids = new LinkedHashSet<>();
    for (InstanceId item : named) {
      ids.add(canonical(item.instanceId));
    }
    return ids;
  }

  /** Ids of the Eucalyptus era were written in capitals: both are accepted. */
  private static String canonical(@Nullable String id) {
    String lower = id == null ? "" : id.toLowerCase(Locale.ROOT);
    if (!FORM.matcher(lower).matches()) {
      throw InstanceErrors.malformed(id == null ? "" : id);
    }
    return lower;
  }
}
