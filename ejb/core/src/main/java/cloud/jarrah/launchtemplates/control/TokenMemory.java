package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long client tokens are remembered. */
@Singleton
public class TokenMemory {
  /** As long as a client may be expected to repeat a request. */
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final LaunchTemplateRepository repository;
  private final Transactions transactions;
  private final DatabaseTime time;

  @Inject
  public TokenMemory(
      LaunchTemplateRepository repository, Transactions transactions, DatabaseTime time) {
    this.repository = repository;
    this.transactions = transactions;
    this.time = time;
  }

  /** Forgets the tokens that nobody will repeat any more; says how many. */
  public int purge() {
    return transactions.requiresNew(
        () -> repository.forgetTokensBefore(time.now().minus(REMEMBERED)));
  }
}
