package cloud.jarrah.placementgroups.control;

import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.quotas.control.UsageCounter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

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
  public Set<String> quotas() {
    return Set.of(QUOTA);
  }

  @Override
  public Map<String, Long> used(String accountId) {
    return Map.of(QUOTA, (long) repository.count(accountId));
  }
}
