package cloud.jarrah.tags.control;

import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.platform.actions.Wording;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags a request wants on what it makes, checked.
 *
 * @param byType tags by resource type
 */
public record TagSpecifications(SortedMap<String, SortedMap<String, String>> byType) {
  public TagSpecifications {
    byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
  }

  public static TagSpecifications none() {
    return new TagSpecifications(Collections.emptySortedMap());
  }

  /**
   * Checks what a request says.
   *
   * @param made the types of resources that the action makes; others are refused
   */
  public static TagSpecifications check(List<TagSpecification> given, Set<String> made) {
    SortedMap<String, SortedMap<String, String>> byType = new TreeMap<>();
    for (TagSpecification specification : given) {
      String type = specification.resourceType;
      if (type == null || type.isEmpty()) {
        throw Wording.missing("TagSpecification.ResourceType");
      }
      if (!made.contains(type)) {
        throw TagErrors.notTaggable(type);
      }
      if (specification.tagSet.isEmpty()) {
        throw TagErrors.invalid("The TagSpecification of '" + type + "' must have a tag.");
      }
      if (byType.put(type, TagRules.given(specification.tagSet)) != null) {
        throw TagErrors.invalid("There is more than one TagSpecification of '" + type + "'.");
      }
    }
    return new TagSpecifications(byType);
  }

  /** The tags for one type of resource; maybe none. */
  public Map<String, String> of(String resourceType) {
    return byType.getOrDefault(resourceType, Collections.emptySortedMap());
  }

  /** Different for different tags, whatever characters are in them: requests are compared by it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("TagSpecifications[");
    byType.forEach(
        (type, tags) -> {
          text.append(type).append('{');
          tags.forEach((key, value) -> append(append(text, key), value));
          text.append('}');
        });
    return text.append(']').toString();
  }

  private static StringBuilder append(StringBuilder text, String part) {
    return text.append(part.length()).append(':').append(part).append(';');
  }
}
