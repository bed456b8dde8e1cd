package cloud.jarrah.launchtemplates.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
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

  /** Drops a version that was read from memory: lists of them can be large. */
  public void forget(LaunchTemplateVersion version) {
    entities.detach(version);
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

  /** Deletes a version, and the token that brought it. */
  public void remove(LaunchTemplate template, LaunchTemplateVersion version) {
    entities
        .createQuery(
            "delete from UsedToken u where u.templateId = :template and u.versionNumber = :number")
        .setParameter("template", template.id())
        .setParameter("number", version.number())
        .executeUpdate();
    entities.remove(version);
    entities.flush();
  }

  /** Deletes a template; the database deletes what hangs on it. */
  public void remove(LaunchTemplate template) {
    entities.remove(template);
    entities.flush();
  }

  public Optional<UsedToken> token(UsedToken.Key key) {
    return Optional.ofNullable(entities.find(UsedToken.class, key));
  }
}
