package cloud.jarrah.instances.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Compares what is entered as used with the instances that there are. */
@Singleton
public class UsageAuditRepository {
  // One statement each, so that both sides are of the same moment.
  private static final String ENTERED =
      "(select coalesce(sum(e.amount), 0) from UsageEntry e where e.accountId = a.id"
          + " and e.quota = :quota)";
  private static final String INSTANCES =
      "(select count(i) from Instance i where i.accountId = a.id and i.terminatedAt is null)";
  private static final String VCPUS =
      "(select coalesce(sum(i.size.vcpus), 0) from Instance i where i.accountId = a.id"
          + " and i.terminatedAt is null)";

  private final EntityManager entities;

  @Inject
  public UsageAuditRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** What can be counted of instances. */
  public enum Counted {
    INSTANCES(UsageAuditRepository.INSTANCES),
    VCPUS(UsageAuditRepository.VCPUS);

    private final String sum;

    Counted(String sum) {
      this.sum = sum;
    }
  }

  /** Accounts of which something else is entered than there is. */
  public List<String> differing(Counted counted, String quota, int most) {
    return entities
        .createQuery(
            "select a.id from Account a where " + counted.sum + " <> " + ENTERED, String.class)
        .setParameter("quota", quota)
        .setMaxResults(most)
        .getResultList();
  }

  /** How much more there is than is entered; less than 0: less. */
  public long missing(Counted counted, String quota, String accountId) {
    return entities
        .createQuery(
            "select " + counted.sum + " - " + ENTERED + " from Account a where a.id = :account",
            Number.class)
        .setParameter("quota", quota)
        .setParameter("account", accountId)
        .getSingleResult()
        .longValue();
  }
}
