package cloud.jarrah.quotas.entity;

import cloud.jarrah.platform.persistence.SkipLocked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries of what accounts use. */
@Singleton
public class UsageRepository {
  private final EntityManager entities;

  @Inject
  public UsageRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(UsageEntry entry) {
    entities.persist(entry);
  }

  /** The sum of an account's entries of each name that has any. */
  public Map<String, Long> sums(String accountId) {
    Map<String, Long> sums = new HashMap<>();
    entities
        .createQuery(
            "select e.quota, sum(e.amount) from UsageEntry e where e.accountId = :account"
                + " group by e.quota",
            Object[].class)
        .setParameter("account", accountId)
        .getResultStream()
        .forEach(row -> sums.put((String) row[0], ((Number) row[1]).longValue()));
    return sums;
  }

  /** An account and the name of something that it uses. */
  public record Use(String accountId, String quota) {}

  /** What has more entries than so many. */
  public List<Use> longerThan(int entries, int limit) {
    return this.entities
        .createQuery(
            "select new cloud.jarrah.quotas.entity.UsageRepository$Use(e.accountId, e.quota)"
                + " from UsageEntry e group by e.accountId, e.quota having count(*) > :most",
            Use.class)
        .setParameter("most", (long) entries)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Makes one entry of some; those that somebody else is about to sum up are left to them. */
  public void sumUp(Use use, int limit) {
    List<UsageEntry> some =
        SkipLocked.on(
                entities
                    .createQuery(
                        "select e from UsageEntry e where e.accountId = :account"
                            + " and e.quota = :quota",
                        UsageEntry.class)
                    .setParameter("account", use.accountId())
                    .setParameter("quota", use.quota())
                    .setMaxResults(limit))
            .getResultList();
    if (some.size() < 2) {
      return;
    }
    add(UsageEntry.sumOf(some));
    some.forEach(entities::remove);
  }
}
