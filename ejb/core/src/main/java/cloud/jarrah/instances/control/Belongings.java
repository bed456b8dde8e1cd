package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.tags.control.TagSets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to instances beside their rows, loaded for many of them at once when it is first
 * asked for. For one thread, in one transaction.
 */
public final class Belongings {
  private final Supplier<Loaded> source;
  private @Nullable Loaded loaded;

  Belongings(Supplier<Loaded> source) {
    this.source = source;
  }

  /**
   * All of it.
   *
   * @param byInstance network interfaces by instance
   * @param tags of the instances and of their interfaces
   */
  record Loaded(Map<String, List<NetworkInterface>> byInstance, TagSets tags) {}

  List<NetworkInterface> interfaces(Instance instance) {
    return load().byInstance().getOrDefault(instance.id(), List.of());
  }

  TagSets tags() {
    return load().tags();
  }

  private Loaded load() {
    Loaded known = loaded;
    if (known == null) {
      known = source.get();
      loaded = known;
    }
    return known;
  }
}
