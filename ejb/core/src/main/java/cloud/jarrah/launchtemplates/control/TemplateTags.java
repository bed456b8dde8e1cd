package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.tags.control.TagSets;
import cloud.jarrah.tags.control.TagSpecifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The tags that requests and templates ask for. */
public final class TemplateTags {
  private static final Set<String> LAUNCHED = Set.of("instance", "network-interface");

  private TemplateTags() {}

  /** For the template itself. */
  public static TagSpecifications ofTemplate(List<TagSpecification> given) {
    return TagSpecifications.check(given, Set.of(TaggableTemplates.TYPE));
  }

  /** For what is launched by it: checked, in a fixed order. */
  static List<TagSpecification> ofLaunched(List<TagSpecification> given) {
    List<TagSpecification> clean = new ArrayList<>();
    TagSpecifications.check(given, LAUNCHED)
        .byType()
        .forEach(
            (type, tags) -> {
              TagSpecification specification = new TagSpecification();
              specification.resourceType = type;
              specification.tagSet = TagSets.items(tags);
              clean.add(specification);
            });
    return clean;
  }

  /** All of the first, and of the others the keys that the first do not have. */
  static List<TagSpecification> union(
      List<TagSpecification> said, List<TagSpecification> otherwise) {
    List<TagSpecification> all = new ArrayList<>(said);
    for (TagSpecification more : otherwise) {
      int same = 0;
      while (same < all.size() && !Objects.equals(all.get(same).resourceType, more.resourceType)) {
        same++;
      }
      if (same == all.size()) {
        all.add(more);
      } else {
        all.set(same, union(all.get(same), more));
      }
    }
    return all;
  }

  private static TagSpecification union(TagSpecification said, TagSpecification otherwise) {
    TagSpecification both = new TagSpecification();
    both.resourceType = said.resourceType;
    both.tagSet = new ArrayList<>(said.tagSet);
    for (ResourceTag tag : otherwise.tagSet) {
      if (said.tagSet.stream().noneMatch(mine -> Objects.equals(mine.key, tag.key))) {
        both.tagSet.add(tag);
      }
    }
    return both;
  }
}
