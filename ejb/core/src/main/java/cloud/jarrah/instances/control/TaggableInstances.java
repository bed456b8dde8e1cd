package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.InstanceId;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.tags.control.Taggable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Instances have tags, terminated ones too as long as they are shown. */
@Singleton
public class TaggableInstances implements Taggable {
  /** As in the public API. */
  static final String TYPE = "instance";

  private final NamedInstances named;

  @Inject
  public TaggableInstances(NamedInstances named) {
    this.named = named;
  }

  @Override
  public Set<String> prefixes() {
    return Set.of("i");
  }

  @Override
  public String resourceType() {
    return TYPE;
  }

  @Override
  public Class<?> rows() {
    return Instance.class;
  }

  @Override
  public Set<String> require(String accountId, Set<String> ids) {
    List<InstanceId> items = ids.stream().map(TaggableInstances::item).toList();
    return named.lock(accountId, items).stream()
        .map(Instance::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static InstanceId item(String id) {
    InstanceId item = new InstanceId();
    item.instanceId = id;
    return item;
  }
}
