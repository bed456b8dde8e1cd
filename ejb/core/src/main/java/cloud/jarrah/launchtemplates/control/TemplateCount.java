package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.UsageCounter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/** How many launch templates an account has. */
@Singleton
public class TemplateCount implements UsageCounter {
  private final LaunchTemplateRepository repository;

  @Inject
  public TemplateCount(LaunchTemplateRepository repository) {
    this.repository = repository;
  }

  @Override
  public Set<String> quotas() {
    return Set.of(QuotaDefaults.LAUNCH_TEMPLATES);
  }

  @Override
  public Map<String, Long> used(String accountId) {
    return Map.of(QuotaDefaults.LAUNCH_TEMPLATES, repository.count(accountId));
  }
}
