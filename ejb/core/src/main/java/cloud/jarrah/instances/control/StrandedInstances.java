package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Makes the planner look at what failed hosts have left behind. Again and again, not on an event:
 * so nothing is forgotten by a server that dies in between.
 */
@Singleton
public class StrandedInstances {
  private static final int BATCH = 200;
  private static final Duration SOON = Duration.ofSeconds(20);

  private final InstanceRepository instances;
  private final Transactions transactions;
  private final DatabaseTime time;

  @Inject
  public StrandedInstances(
      InstanceRepository instances, Transactions transactions, DatabaseTime time) {
    this.instances = instances;
    this.transactions = transactions;
    this.time = time;
  }

  /** Tells how many there were. */
  public int wake() {
    return new Retrying(transactions)
        .requiresNew(
            () -> {
              Instant now = time.now();
              List<String> ids = instances.stranded(now.plus(SOON), BATCH);
              ids.forEach(id -> instances.putOff(id, now));
              return ids.size();
            });
  }
}
