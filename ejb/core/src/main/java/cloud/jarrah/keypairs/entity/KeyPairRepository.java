package cloud.jarrah.keypairs.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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

  public List<KeyPair> all(String accountId) {
    return entities
        .createQuery("from KeyPair where accountId = :account order by name", KeyPair.class)
        .setParameter("account", accountId)
        .getResultList();
  }
}
