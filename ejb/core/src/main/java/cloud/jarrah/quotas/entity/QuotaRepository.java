package cloud.jarrah.quotas.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Limits that were set. */
@Singleton
public class QuotaRepository {
  private final EntityManager entities;

  @Inject
  public QuotaRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Quota> find(String accountId, String name) {
    return Optional.ofNullable(entities.find(Quota.class, new Quota.Key(accountId, name)));
  }

  public void add(Quota quota) {
    entities.persist(quota);
  }

  /** Writes what is pending. */
  public void flush() {
    entities.flush();
  }
}
