package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.UsageCounter;
import cloud.jarrah.quotas.control.UsageLedger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many instances an account has and how many virtual processors these have, stopped ones too:
 * they keep their disks, and may start.
 */
@Singleton
public class InstanceUsage implements UsageCounter {
  private final UsageLedger ledger;

  @Inject
  public InstanceUsage(UsageLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Set<String> quotas() {
    return Set.of(QuotaDefaults.INSTANCES, QuotaDefaults.VCPUS);
  }

  @Override
  public Map<String, Long> used(String accountId) {
    return ledger.used(accountId);
  }

  /** New instances of one account, at least one. */
  void launched(List<Instance> instances) {
    String account = instances.get(0).accountId();
    enter(account, instances.size(), instances.stream().mapToLong(i -> i.demand().cores()).sum());
  }

  /** It demands something else now. */
  void resized(Instance instance, Demand before) {
    enter(instance.accountId(), 0, (long) instance.demand().cores() - before.cores());
  }

  /** It is to be marked as terminated; if it is already, it was given back before. */
  void ending(Instance instance) {
    if (instance.terminatedAt() == null) {
      enter(instance.accountId(), -1, -instance.demand().cores());
    }
  }

  private void enter(String accountId, long instances, long vcpus) {
    ledger.enter(accountId, QuotaDefaults.INSTANCES, instances);
    ledger.enter(accountId, QuotaDefaults.VCPUS, vcpus);
  }
}
