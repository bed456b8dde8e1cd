package cloud.jarrah.quotas.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By how much the use that an account makes of something has grown; less than 0: it has shrunk. */
@Entity
@Table(name = "usage_entries")
public class UsageEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "usage_entry_seq")
  @SequenceGenerator(
      name = "usage_entry_seq",
      sequenceName = "usage_entry_seq",
      allocationSize = 50)
  private @Nullable Long id;

  @Column(name = "account_id")
  private String accountId;

  private String quota;
  private long amount;

  protected UsageEntry() {}

  public UsageEntry(String accountId, String quota, long amount) {
    this.accountId = accountId;
    this.quota = quota;
    this.amount = amount;
  }

  /** What stands in the place of several, at least one, of the same account and name. */
  static UsageEntry sumOf(List<UsageEntry> several) {
    UsageEntry first = several.get(0);
    return new UsageEntry(
        first.accountId, first.quota, several.stream().mapToLong(entry -> entry.amount).sum());
  }
}
