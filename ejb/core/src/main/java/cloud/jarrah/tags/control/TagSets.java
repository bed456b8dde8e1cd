package cloud.jarrah.tags.control;

import cloud.jarrah.api.ec2.ResourceTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The tags of many resources, as one account sees them.
 *
 * @param byResource tags by id of the resource; what has none is not there
 */
public record TagSets(Map<String, SortedMap<String, String>> byResource) {
  public TagSets {
    byResource = Map.copyOf(byResource);
  }

  public static TagSets none() {
    return new TagSets(Map.of());
  }

  /** Values by key. */
  public Map<String, String> of(String resourceId) {
    return byResource.getOrDefault(resourceId, Collections.emptySortedMap());
  }

  /** As answers show them, by key; empty if there are none. */
  public List<ResourceTag> items(String resourceId) {
    return items(of(resourceId));
  }

  /** As answers show them that have no tagSet where there are no tags. */
  public @Nullable List<ResourceTag> itemsIfAny(String resourceId) {
    return byResource.containsKey(resourceId) ? items(resourceId) : null;
  }

  /** Tags as answers show them. */
  public static List<ResourceTag> items(Map<String, String> tags) {
    List<ResourceTag> items = new ArrayList<>();
    tags.forEach(
        (key, value) -> {
          ResourceTag item = new ResourceTag();
          item.key = key;
          item.value = value;
          items.add(item);
        });
    return items;
  }
}
