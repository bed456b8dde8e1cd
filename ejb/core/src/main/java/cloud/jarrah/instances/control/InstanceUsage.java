package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.UsageCounter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/**
 * How many instances an account has and how many virtual processors these have, stopped ones too:
 * they keep their disks, and may start.
 */
@Singleton
public class InstanceUsage implements UsageCounter {
  private final InstanceRepository repository;

  @Inject
  public InstanceUsage(InstanceRepository repository) {
    this.repository = repository;
  }

  @Override
  public Set<String> quotas() {
    return Set.of(QuotaDefaults.INSTANCES, QuotaDefaults.VCPUS);
  }

  @Override
  public Map<String, Integer> used(String accountId) {
    InstanceRepository.Usage usage = repository.usage(accountId);
    return Map.of(
        QuotaDefaults.INSTANCES, Math.toIntExact(usage.instances()),
        QuotaDefaults.VCPUS, Math.toIntExact(usage.vcpus()));
  }
}
