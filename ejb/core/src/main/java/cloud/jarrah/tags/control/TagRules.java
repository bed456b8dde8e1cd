package cloud.jarrah.tags.control;

import cloud.jarrah.api.ec2.DeleteTag;
import cloud.jarrah.api.ec2.ResourceId;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.platform.actions.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What tags may look like. Case matters everywhere but in the reserved prefix. */
public final class TagRules {
  /** The cloud's own tags: nobody else makes or removes them, and they do not count. */
  static final String RESERVED = "aws:";

  static final int MOST_TAGS = 50;

  private static final int MOST_RESOURCES = 1000;
  private static final int MOST_DELETED = 1000;
  private static final int MOST_KEY = 128;
  private static final int MOST_VALUE = 256;

  private TagRules() {}

  /** The resources a request names, each once. */
  public static Set<String> resources(List<ResourceId> given) {
    if (given.isEmpty()) {
      throw Wording.missing("ResourceId");
    }
    if (given.size() > MOST_RESOURCES) {
      throw TagErrors.invalid("At most " + MOST_RESOURCES + " resources can be named at once.");
    }
    Set<String> ids = new LinkedHashSet<>();
    given.forEach(item -> ids.add(item.resourceId == null ? "" : item.resourceId));
    return ids;
  }

  /** Tags to put on something: at least one, and no key twice. */
  public static SortedMap<String, String> given(List<ResourceTag> given) {
    if (given.isEmpty()) {
      throw Wording.missing("Tag");
    }
    SortedMap<String, String> tags = new TreeMap<>();
    for (ResourceTag tag : given) {
      String key = key(tag.key);
      if (tags.put(key, value(tag.value)) != null) {
        throw TagErrors.duplicateKey(key);
      }
    }
    if (tags.size() > MOST_TAGS) {
      throw TagErrors.tooMany("this one", MOST_TAGS);
    }
    return tags;
  }

  /** A tag to take away; without value, whatever its value. */
  public record Doomed(String key, @Nullable String value) {}

  /** Tags to take away; none means all of them. */
  public static List<Doomed> doomed(List<DeleteTag> given) {
    if (given.size() > MOST_DELETED) {
      throw TagErrors.invalid("At most " + MOST_DELETED + " tags can be named at once.");
    }
    return given.stream()
        .map(tag -> new Doomed(key(tag.key), tag.value == null ? null : value(tag.value)))
        .distinct()
        .toList();
  }

  private static String key(@Nullable String key) {
    if (key == null || key.isEmpty()) {
      throw TagErrors.invalid("A tag must have a key, of 1 to " + MOST_KEY + " characters.");
    }
    if (length(key) > MOST_KEY) {
      throw Wording.invalid("Tag.Key", key, "It must have at most " + MOST_KEY + " characters.");
    }
    if (key.toLowerCase(Locale.ROOT).startsWith(RESERVED)) {
      throw TagErrors.invalid("Tag keys that begin with 'aws:' are reserved: choose another key.");
    }
    return key;
  }

  private static String value(@Nullable String value) {
    if (value == null) {
      return "";
    }
    if (length(value) > MOST_VALUE) {
      throw Wording.invalid(
          "Tag.Value", value, "It must have at most " + MOST_VALUE + " characters.");
    }
    return value;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
