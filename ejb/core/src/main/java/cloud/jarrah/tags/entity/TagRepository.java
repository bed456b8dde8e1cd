package cloud.jarrah.tags.entity;

import cloud.jarrah.platform.filters.ExactValues;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tags, always those of one account except where they are removed with their resource. */
@Singleton
public class TagRepository {
  /** More are not named in one statement: it reads all that the account has instead. */
  private static final int MOST_NAMED = 1000;

  private static final String DESCRIBED =
      "select t.id.resourceId, r.resourceType, t.id.key, t.value from Tag t"
          + " join TaggedResource r"
          + " on r.key.accountId = t.id.accountId and r.key.resourceId = t.id.resourceId"
          + " where t.id.accountId = :account";
  private static final String BEHIND =
      " and (collate(t.id.resourceId as C) > :afterId"
          + " or t.id.resourceId = :afterId and collate(t.id.key as C) > :afterKey)";
  private static final String IN_ORDER =
      " order by collate(t.id.resourceId as C), collate(t.id.key as C)";

  private final EntityManager entities;

  @Inject
  public TagRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** A tag with the type of its resource. */
  public record Described(String resourceId, String resourceType, String key, String value) {
    public Place place() {
      return new Place(resourceId, key);
    }
  }

  /** Where a tag stands in the order. */
  public record Place(String resourceId, String key) {}

  /** Which tags are wanted; the rest is not read. */
  public record Wanted(ExactValues resourceIds, ExactValues resourceTypes, ExactValues keys) {
    public static final Wanted ALL =
        new Wanted(new ExactValues(null), new ExactValues(null), new ExactValues(null));

    private boolean impossible() {
      return resourceIds.impossible() || resourceTypes.impossible() || keys.impossible();
    }

    private String condition() {
      return (resourceIds.values() == null ? "" : " and t.id.resourceId in :ids")
          + (resourceTypes.values() == null ? "" : " and r.resourceType in :types")
          + (keys.values() == null ? "" : " and t.id.key in :keys");
    }

    private Map<String, Object> parameters() {
      Map<String, Object> parameters = new HashMap<>();
      put(parameters, "ids", resourceIds);
      put(parameters, "types", resourceTypes);
      put(parameters, "keys", keys);
      return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, ExactValues wanted) {
      if (wanted.values() != null) {
        parameters.put(name, wanted.values());
      }
    }
  }

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

  /**
   * What an account has, by resource and key, as the characters' numbers say: the database's own
   * idea of order is not everywhere the same.
   *
   * @param after begin behind it; null: from the first on
   */
  public List<Described> list(String accountId, Wanted wanted, @Nullable Place after, int most) {
    if (wanted.impossible()) {
      return List.of();
    }
    Map<String, Object> parameters = new HashMap<>(wanted.parameters());
    parameters.put("account", accountId);
    if (after != null) {
      parameters.put("afterId", after.resourceId());
      parameters.put("afterKey", after.key());
    }
    TypedQuery<Described> query =
        entities.createQuery(
            DESCRIBED + wanted.condition() + (after == null ? "" : BEHIND) + IN_ORDER,
            Described.class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(most).getResultList();
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

  /** Resources that have or had tags, of whichever account, in the order of their ids. */
  public List<String> resources(String after, int most) {
    return entities
        .createQuery(
            "select distinct r.key.resourceId from TaggedResource r"
                + " where r.key.resourceId > :after order by r.key.resourceId",
            String.class)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of the ids that rows of an entity have. */
  public List<String> existing(Class<?> entity, Collection<String> ids) {
    return entities
        .createQuery(
            "select e.id from " + entity.getSimpleName() + " e where e.id in :ids", String.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Locks what all accounts have tagged of a resource; how many there are. */
  public int lock(String resourceId) {
    return entities
        .createQuery(
            "select r from TaggedResource r where r.key.resourceId = :id"
                + " order by r.key.accountId",
            TaggedResource.class)
        .setParameter("id", resourceId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .size();
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
