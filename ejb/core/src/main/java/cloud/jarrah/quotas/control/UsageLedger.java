package cloud.jarrah.quotas.control;

import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import cloud.jarrah.quotas.entity.UsageEntry;
import cloud.jarrah.quotas.entity.UsageRepository;
import cloud.jarrah.quotas.entity.UsageRepository.Use;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * What accounts use, as the sum of its changes. A change is written in the transaction that uses
 * the thing or gives it back, so the sum is as true as the rows that it stands for; it costs the
 * same however many of them there are.
 */
@Singleton
public class UsageLedger {
  /** So few entries are summed up as they are read. */
  private static final int SHORT = 20;

  /** Of one account and name in one transaction. */
  private static final int AT_ONCE = 1000;

  private static final int ACCOUNTS_AT_ONCE = 100;

  private final UsageRepository repository;
  private final Transactions transactions;
  private final Retrying retrying;

  @Inject
  public UsageLedger(UsageRepository repository, Transactions transactions) {
    this.repository = repository;
    this.transactions = transactions;
    this.retrying = new Retrying(transactions);
  }

  /**
   * An account uses more of something, or less.
   *
   * @param amount how much more; less than 0: how much less
   */
  public void enter(String accountId, String quota, long amount) {
    if (amount != 0) {
      repository.add(new UsageEntry(accountId, quota, amount));
    }
  }

  /** What is used of each name; a name that is missing was never used. */
  public Map<String, Long> used(String accountId) {
    return repository.sums(accountId);
  }

  /** Makes long lists of entries short. Servers that do it at once take different entries. */
  public void sumUp() {
    for (Use use : transactions.requiresNew(() -> repository.longerThan(SHORT, ACCOUNTS_AT_ONCE))) {
      retrying.requiresNew(
          () -> {
            repository.sumUp(use, AT_ONCE);
            return use;
          });
    }
  }
}
