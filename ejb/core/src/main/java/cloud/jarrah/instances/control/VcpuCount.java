package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.quotas.control.UsageCounter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How many virtual processors an account's instances have, stopped ones too: they may start. */
@Singleton
public class VcpuCount implements UsageCounter {
  private final InstanceRepository repository;

  @Inject
  public VcpuCount(InstanceRepository repository) {
    this.repository = repository;
  }

  @Override
  public String quota() {
    return "vcpus";
  }

  @Override
  public int used(String accountId) {
    return Math.toIntExact(repository.usage(accountId)[1]);
  }
}
