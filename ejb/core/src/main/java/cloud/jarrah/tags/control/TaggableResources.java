package cloud.jarrah.tags.control;

import cloud.jarrah.platform.actions.Arns;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that can be tagged, of whichever feature. */
@Singleton
public class TaggableResources {
  private final Map<String, Taggable> byPrefix = new HashMap<>();
  private final Arns arns;

  /** Resources of one type, by their stored ids. */
  public record Named(String resourceType, Set<String> ids) {}

  @Inject
  TaggableResources(Instance<Taggable> kinds, Arns arns) {
    this(kinds.stream().toList(), arns);
  }

  public TaggableResources(List<Taggable> kinds, Arns arns) {
    this.arns = arns;
    for (Taggable kind : kinds) {
      for (String prefix : kind.prefixes()) {
        if (byPrefix.put(prefix, kind) != null) {
          throw new IllegalStateException("two kinds of resources begin with " + prefix + "-");
        }
      }
    }
  }

  /** The kinds, by what their ids begin with. */
  Map<String, Taggable> byPrefix() {
    return Map.copyOf(byPrefix);
  }

  /** All that are named, by type, or the error of the first kind that lacks one. */
  public List<Named> require(String accountId, Collection<String> ids) {
    // Kinds in a fixed order: their rows are locked, and two callers must not lock crosswise.
    Map<String, Set<String>> byType = new TreeMap<>();
    Map<String, Taggable> kinds = new HashMap<>();
    for (String id : ids) {
      Taggable kind = kindOf(id);
      kinds.put(kind.resourceType(), kind);
      byType.computeIfAbsent(kind.resourceType(), type -> new TreeSet<>()).add(id);
    }
    List<Named> found = new ArrayList<>();
    for (Map.Entry<String, Set<String>> asked : byType.entrySet()) {
      Taggable kind = kinds.get(asked.getKey());
      if (kind != null) {
        found.add(new Named(asked.getKey(), kind.require(accountId, asked.getValue())));
      }
    }
    return found;
  }

  private Taggable kindOf(String id) {
    int hyphen = id.indexOf('-');
    Taggable kind =
        hyphen < 0 ? null : byPrefix.get(id.substring(0, hyphen).toLowerCase(Locale.ROOT));
    if (kind == null) {
      throw TagErrors.unknownKind(id);
    }
    return kind;
  }

  /** Names for policies and events. */
  public List<String> arns(List<Named> resources, String accountId) {
    return resources.stream()
        .flatMap(
            named -> named.ids().stream().map(id -> arns.of(accountId, named.resourceType(), id)))
        .toList();
  }
}
