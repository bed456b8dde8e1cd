package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.networks.control.TaggableInterfaces;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.networks.entity.NetworkRepository;
import cloud.jarrah.tags.control.TagSpecifications;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** The tags that a launch puts on what it makes. */
@Singleton
public class LaunchTags {
  private static final Set<String> MADE = Set.of(TaggableInstances.TYPE, TaggableInterfaces.TYPE);

  private final Tags tags;
  private final NetworkRepository networks;

  @Inject
  public LaunchTags(Tags tags, NetworkRepository networks) {
    this.tags = tags;
    this.networks = networks;
  }

  /** Refuses tags for what no launch makes. */
  public static TagSpecifications check(List<TagSpecification> given) {
    return TagSpecifications.check(given, MADE);
  }

  /** Tags new instances and their network interfaces. */
  public void put(TagSpecifications wanted, String accountId, List<Instance> made) {
    if (wanted.byType().isEmpty()) {
      return;
    }
    List<String> ids = made.stream().map(Instance::id).toList();
    tags.put(accountId, TaggableInstances.TYPE, ids, wanted.of(TaggableInstances.TYPE));
    tags.put(
        accountId,
        TaggableInterfaces.TYPE,
        networks.attachedTo(ids).stream().map(NetworkInterface::id).toList(),
        wanted.of(TaggableInterfaces.TYPE));
  }
}
