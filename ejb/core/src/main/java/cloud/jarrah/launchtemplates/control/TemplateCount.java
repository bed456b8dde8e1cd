package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.UsageCounter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How many launch templates an account has. */
@Singleton
public class TemplateCount implements UsageCounter {
  private final LaunchTemplateRepository repository;

  @Inject
  public TemplateCount(LaunchTemplateRepository repository) {
    this.repository = repository;
  }

  @Override
  public String quota() {
    return QuotaDefaults.LAUNCH_TEMPLATES;
  }

  @Override
  public int used(String accountId) {
    return Math.toIntExact(repository.count(accountId));
  }
}
