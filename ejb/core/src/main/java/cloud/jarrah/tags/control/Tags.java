package cloud.jarrah.tags.control;

import cloud.jarrah.tags.entity.Tag;
import cloud.jarrah.tags.entity.TagRepository;
import cloud.jarrah.tags.entity.TaggedResource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts tags on resources, shows and removes them: for the features that have resources. */
@Singleton
public class Tags {
  private final TagRepository repository;

  @Inject
  public Tags(TagRepository repository) {
    this.repository = repository;
  }

  /**
   * Puts an account's tags on resources of one type, all or none; replaces values of keys that are
   * there. Whoever else changes tags of the same resources waits until this transaction ends.
   *
   * @param tags checked, see {@link TagSpecifications} and {@link TagRules}
   */
  public void put(
      String accountId,
      String resourceType,
      Collection<String> resourceIds,
      Map<String, String> tags) {
    if (tags.isEmpty() || resourceIds.isEmpty()) {
      return;
    }
    Set<String> ids = new TreeSet<>(resourceIds);
    lockOrAdd(accountId, resourceType, ids);
    Map<String, Map<String, Tag>> present = new HashMap<>();
    for (Tag tag : repository.of(accountId, ids)) {
      present.computeIfAbsent(tag.resourceId(), id -> new HashMap<>()).put(tag.key(), tag);
    }
    for (String id : ids) {
      put(accountId, id, present.getOrDefault(id, Map.of()), tags);
    }
  }

  /** On one resource. */
  public void put(
      String accountId, String resourceType, String resourceId, Map<String, String> tags) {
    put(accountId, resourceType, List.of(resourceId), tags);
  }

  private void lockOrAdd(String accountId, String resourceType, Set<String> ids) {
    Set<String> missing = new TreeSet<>(ids);
    repository.lock(accountId, ids).forEach(known -> missing.remove(known.resourceId()));
    List<TaggedResource> added = new ArrayList<>();
    for (String id : missing) {
      added.add(new TaggedResource(new TaggedResource.Key(accountId, id), resourceType));
    }
    if (!added.isEmpty()) {
      repository.add(added);
    }
  }

  private void put(
      String accountId, String resourceId, Map<String, Tag> present, Map<String, String> tags) {
    Set<String> keys = new HashSet<>(present.keySet());
    keys.addAll(tags.keySet());
    if (keys.stream().filter(key -> !key.startsWith(TagRules.RESERVED)).count()
        > TagRules.MOST_TAGS) {
      throw TagErrors.tooMany(resourceId, TagRules.MOST_TAGS);
    }
    tags.forEach(
        (key, value) -> {
          Tag there = present.get(key);
          if (there == null) {
            repository.add(new Tag(new Tag.Id(accountId, resourceId, key), value));
          } else {
            there.say(value);
          }
        });
  }

  /** Takes tags off resources; none named means all but the cloud's own. */
  public void take(String accountId, Collection<String> resourceIds, List<TagRules.Doomed> doomed) {
    Set<String> ids = new TreeSet<>(resourceIds);
    repository.lock(accountId, ids);
    if (doomed.isEmpty()) {
      repository.removeAllBut(accountId, ids, TagRules.RESERVED);
    }
    for (TagRules.Doomed tag : doomed) {
      if (tag.value() == null) {
        repository.remove(accountId, ids, tag.key());
      } else {
        repository.remove(accountId, ids, tag.key(), tag.value());
      }
    }
  }

  /** The account's tags on resources of any type, in one query. */
  public TagSets of(String accountId, Collection<String> resourceIds) {
    Map<String, SortedMap<String, String>> found = new HashMap<>();
    for (Tag tag : repository.of(accountId, resourceIds)) {
      found.computeIfAbsent(tag.resourceId(), id -> new TreeMap<>()).put(tag.key(), tag.value());
    }
    return new TagSets(found);
  }

  /** Removes everybody's tags of a resource that is deleted in this transaction. */
  public void remove(String resourceId) {
    repository.forget(List.of(resourceId));
  }
}
