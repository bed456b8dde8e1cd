package cloud.jarrah.keypairs.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Key pairs, always those of one account. */
@Singleton
public class KeyPairRepository {
  private final EntityManager entities;

  @Inject
  public KeyPairRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(KeyPair keyPair) {
    entities.persist(keyPair);
  }

  public void remove(KeyPair keyPair) {
    entities.remove(keyPair);
  }

  public Optional<KeyPair> byName(String accountId, String name) {
    return entities
        .createQuery("from KeyPair where accountId = :account and name = :name", KeyPair.class)
        .setParameter("account", accountId)
        .setParameter("name", name)
        .getResultStream()
        .findAny();
  }

  public Optional<KeyPair> byId(String accountId, String id) {
    return Optional.ofNullable(entities.find(KeyPair.class, id))
        .filter(keyPair -> keyPair.accountId().equals(accountId));
  }

  /** Locks some of the account's, so that they are not deleted meanwhile. */
  public List<KeyPair> lock(String accountId, Collection<String> ids) {
    return entities
        .createQuery(
            "from KeyPair where accountId = :account and id in :ids order by id", KeyPair.class)
        .setParameter("account", accountId)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public List<KeyPair> all(String accountId) {
    return entities
        .createQuery("from KeyPair where accountId = :account order by name", KeyPair.class)
        .setParameter("account", accountId)
        .getResultList();
  }
}
