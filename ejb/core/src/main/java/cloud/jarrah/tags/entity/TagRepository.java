package cloud.jarrah.tags.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tags, always those of one account except where they are removed with their resource. */
@Singleton
public class TagRepository {
  /** More are not named in one statement: it reads all that the account has instead. */
  private static final int MOST_NAMED = 1000;

  private final EntityManager entities;

  @Inject
  public TagRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** A tag with the type of its resource. */
  public record Described(Tag tag, String resourceType) {}

  public void add(Tag tag) {
    entities.persist(tag);
  }

  /** Locks what an account has tagged before, always in the same order. */
  public List<TaggedResource> lock(String accountId, Collection<String> resourceIds) {
    return entities
        .createQuery(
            "select r from TaggedResource r where r.key.accountId = :account"
                + " and r.key.resourceId in :ids order by r.key.resourceId",
            TaggedResource.class)
        .setParameter("account", accountId)
        .setParameter("ids", resourceIds)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Adds resources, which locks them: if another caller adds one too, the unique key says so. */
  public void add(List<TaggedResource> resources) {
    resources.forEach(entities::persist);
    entities.flush();
  }

  /** An account's tags on resources, in one query however many there are. */
  public List<Tag> of(String accountId, Collection<String> resourceIds) {
    if (resourceIds.isEmpty()) {
      return List.of();
    }
    if (resourceIds.size() > MOST_NAMED) {
      Set<String> wanted = new HashSet<>(resourceIds);
      return entities
          .createQuery("select t from Tag t where t.id.accountId = :account", Tag.class)
          .setParameter("account", accountId)
          .getResultStream()
          .filter(tag -> wanted.contains(tag.resourceId()))
          .toList();
    }
    return entities
        .createQuery(
            "select t from Tag t where t.id.accountId = :account and t.id.resourceId in :ids",
            Tag.class)
        .setParameter("account", accountId)
        .setParameter("ids", resourceIds)
        .getResultList();
  }

  /** All that an account has, by resource and key. */
  public List<Described> all(String accountId) {
    return entities
        .createQuery(
            "select t, r.resourceType from Tag t join TaggedResource r"
                + " on r.key.accountId = t.id.accountId and r.key.resourceId = t.id.resourceId"
                + " where t.id.accountId = :account",
            Object[].class)
        .setParameter("account", accountId)
        .getResultStream()
        .map(row -> new Described((Tag) row[0], (String) row[1]))
        .collect(Collectors.toList());
  }

  /** Removes tags of a key from resources. */
  public void remove(String accountId, Collection<String> resourceIds, String key) {
    entities
        .createQuery(
            "delete from Tag t where t.id.accountId = :account and t.id.resourceId in :ids"
                + " and t.id.key = :key")
        .setParameter("account", accountId)
        .setParameter("ids", resourceIds)
        .setParameter("key", key)
        .executeUpdate();
  }

  /** Removes tags of a key and value from resources. */
  public void remove(String accountId, Collection<String> resourceIds, String key, String value) {
    entities
        .createQuery(
            "delete from Tag t where t.id.accountId = :account and t.id.resourceId in :ids"
                + " and t.id.key = :key and t.value = :value")
        .setParameter("account", accountId)
        .setParameter("ids", resourceIds)
        .setParameter("key", key)
        .setParameter("value", value)
        .executeUpdate();
  }

  /** Removes all tags from resources but those whose key begins like this. */
  public void removeAllBut(String accountId, Collection<String> resourceIds, String prefix) {
    entities
        .createQuery(
            "delete from Tag t where t.id.accountId = :account and t.id.resourceId in :ids"
                + " and t.id.key not like :spared")
        .setParameter("account", accountId)
        .setParameter("ids", resourceIds)
        .setParameter("spared", prefix + "%")
        .executeUpdate();
  }

  /**
   * Removes every account's tags of resources that are gone. What is pending is written first: the
   * deleted row keeps others from tagging it meanwhile.
   */
  public void forget(Collection<String> resourceIds) {
    entities.flush();
    entities
        .createQuery("delete from Tag t where t.id.resourceId in :ids")
        .setParameter("ids", resourceIds)
        .executeUpdate();
    entities
        .createQuery("delete from TaggedResource r where r.key.resourceId in :ids")
        .setParameter("ids", resourceIds)
        .executeUpdate();
  }
}
