package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  private final HostStatus hosts;
  private final Transactions transactions;

  @Inject
  public StrandedInstances(
      InstanceRepository instances, HostStatus hosts, Transactions transactions) {
    this.instances = instances;
    this.hosts = hosts;
    this.transactions = transactions;
  }

  /** Tells how many there were. */
  public int wake() {
    return new Retrying(transactions)
        .requiresNew(
            () -> {
              Instant now = hosts.now();
              Instant soon = now.plus(SOON);
              List<String> ids =
                  new ArrayList<>(instances.stranded(hosts.allFenced(), true, soon, BATCH));
              ids.addAll(instances.stranded(hosts.allUnwakeable(), false, soon, BATCH));
              ids.forEach(id -> instances.putOff(id, now));
              return ids.size();
            });
  }
}
