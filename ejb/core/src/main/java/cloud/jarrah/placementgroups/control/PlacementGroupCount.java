package cloud.jarrah.placementgroups.control;

import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.UsageCounter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How many placement groups an account has. */
@Singleton
public class PlacementGroupCount implements UsageCounter {
  public static final String QUOTA = QuotaDefaults.PLACEMENT_GROUPS;

  private final PlacementGroupRepository repository;

  @Inject
  public PlacementGroupCount(PlacementGroupRepository repository) {
    this.repository = repository;
  }

  @Override
  public String quota() {
    return QUOTA;
  }

  @Override
  public int used(String accountId) {
    return repository.count(accountId);
  }
}
