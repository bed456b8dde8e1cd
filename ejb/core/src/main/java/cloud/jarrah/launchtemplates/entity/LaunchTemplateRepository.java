package cloud.jarrah.launchtemplates.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Launch templates of accounts, and the versions of templates that were found by account. */
@Singleton
public class LaunchTemplateRepository {
  private static final String OF_TEMPLATE = " where v.key.templateId = :template";

  private final EntityManager entities;

  @Inject
  public LaunchTemplateRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds a row; if another transaction took its key, that shows now. */
  public void add(Object entity) {
    entities.persist(entity);
    entities.flush();
  }

  public Optional<LaunchTemplate> byId(String accountId, String id) {
    return find("id", accountId, id, LockModeType.NONE);
  }

  public Optional<LaunchTemplate> byName(String accountId, String name) {
    return find("name", accountId, name, LockModeType.NONE);
  }

  /** Nobody else changes or deletes it until the transaction ends. */
  public Optional<LaunchTemplate> lockById(String accountId, String id) {
    return find("id", accountId, id, LockModeType.PESSIMISTIC_WRITE);
  }

  public Optional<LaunchTemplate> lockByName(String accountId, String name) {
    return find("name", accountId, name, LockModeType.PESSIMISTIC_WRITE);
  }

  private Optional<LaunchTemplate> find(
      String field, String accountId, String value, LockModeType lock) {
    return entities
        .createQuery(
            "from LaunchTemplate t where t.accountId = :account and t." + field + " = :value",
            LaunchTemplate.class)
        .setParameter("account", accountId)
        .setParameter("value", value)
        .setLockMode(lock)
        .getResultStream()
        .findAny();
  }

  /** Those with one of the ids or names, by id. */
  public List<LaunchTemplate> some(
      String accountId, Collection<String> ids, Collection<String> names) {
    return entities
        .createQuery(
            "from LaunchTemplate t where t.accountId = :account"
                + " and (t.id in :ids or t.name in :names) order by t.id",
            LaunchTemplate.class)
        .setParameter("account", accountId)
        .setParameter("ids", ids)
        .setParameter("names", names)
        .getResultList();
  }

  /** Locks some of the account's, always in the same order. */
  public List<LaunchTemplate> lock(String accountId, Collection<String> ids) {
    return entities
        .createQuery(
            "from LaunchTemplate t where t.accountId = :account and t.id in :ids order by t.id",
            LaunchTemplate.class)
        .setParameter("account", accountId)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** By id. */
  public List<LaunchTemplate> all(String accountId) {
    return entities
        .createQuery(
            "from LaunchTemplate t where t.accountId = :account order by t.id",
            LaunchTemplate.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  public long count(String accountId) {
    return entities
        .createQuery(
            "select count(t) from LaunchTemplate t where t.accountId = :account", Long.class)
        .setParameter("account", accountId)
        .getSingleResult();
  }

  public Optional<LaunchTemplateVersion> version(LaunchTemplate template, long number) {
    return Optional.ofNullable(
        entities.find(
            LaunchTemplateVersion.class, new LaunchTemplateVersion.Key(template.id(), number)));
  }

  /** Versions by their keys, in one query; they are not kept in memory: they can be large. */
  public Map<LaunchTemplateVersion.Key, LaunchTemplateVersion> versions(
      Collection<LaunchTemplateVersion.Key> keys) {
    Map<LaunchTemplateVersion.Key, LaunchTemplateVersion> found = new HashMap<>();
    if (!keys.isEmpty()) {
      entities
          .createQuery(
              "from LaunchTemplateVersion v where v.key in :keys", LaunchTemplateVersion.class)
          .setParameter("keys", keys)
          .getResultList()
          .forEach(version -> found.put(version.key(), version));
      found.values().forEach(entities::detach);
    }
    return found;
  }

  /** The numbers of a template's versions, the highest first. */
  public List<Long> numbers(LaunchTemplate template) {
    return entities
        .createQuery(
            "select v.key.number from LaunchTemplateVersion v"
                + OF_TEMPLATE
                + " order by v.key.number desc",
            Long.class)
        .setParameter("template", template.id())
        .getResultList();
  }

  public long versions(LaunchTemplate template) {
    return entities
        .createQuery("select count(v) from LaunchTemplateVersion v" + OF_TEMPLATE, Long.class)
        .setParameter("template", template.id())
        .getSingleResult();
  }

  /** Deletes versions, and the tokens that brought them. */
  public void remove(LaunchTemplate template, Collection<Long> numbers) {
    for (String doomed :
        List.of(
            "UsedToken u where u.templateId = :template and u.versionNumber",
            "LaunchTemplateVersion v where v.key.templateId = :template and v.key.number")) {
      entities
          .createQuery("delete from " + doomed + " in :numbers")
          .setParameter("template", template.id())
          .setParameter("numbers", numbers)
          .executeUpdate();
    }
  }

  /** Deletes a template; the database deletes what hangs on it. */
  public void remove(LaunchTemplate template) {
    entities.remove(template);
    entities.flush();
  }

  public Optional<UsedToken> token(UsedToken.Key key) {
    return Optional.ofNullable(entities.find(UsedToken.class, key));
  }

  /** Deletes everybody's tokens that were used before a moment; says how many. */
  public int forgetTokensBefore(Instant limit) {
    return entities
        .createQuery("delete from UsedToken u where u.createdAt < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
