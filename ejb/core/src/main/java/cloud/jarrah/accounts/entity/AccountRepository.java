package cloud.jarrah.accounts.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Accounts and their users. */
@Singleton
public class AccountRepository {
  private final EntityManager entities;

  @Inject
  public AccountRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds at once, so that a name that is taken shows here and not at the commit. */
  public void add(Account account, User root) {
    entities.persist(account);
    entities.persist(root);
    entities.flush();
  }

  public Optional<Account> byName(String name) {
    return entities
        .createQuery("from Account where nameKey = :key", Account.class)
        .setParameter("key", Account.key(name))
        .getResultStream()
        .findAny();
  }

  public Optional<Account> byId(String id) {
    return Optional.ofNullable(entities.find(Account.class, id));
  }

  public List<Account> all() {
    return entities.createQuery("from Account order by nameKey", Account.class).getResultList();
  }

  /** Makes others who lock the same account wait until this transaction ends. */
  public void lock(String id) {
    if (entities.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE) == null) {
      throw new IllegalStateException("there is no account " + id);
    }
  }
}
