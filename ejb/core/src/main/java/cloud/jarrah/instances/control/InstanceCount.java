package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.quotas.control.UsageCounter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How many instances an account has, stopped ones too: they keep their disks. */
@Singleton
public class InstanceCount implements UsageCounter {
  private final InstanceRepository repository;

  @Inject
  public InstanceCount(InstanceRepository repository) {
    this.repository = repository;
  }

  @Override
  public String quota() {
    return "instances";
  }

  @Override
  public int used(String accountId) {
    return Math.toIntExact(repository.usage(accountId)[0]);
  }
}
