package cloud.jarrah.placementgroups.control;

import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.tags.control.Taggable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Placement groups have tags, by their ids. */
@Singleton
public class TaggablePlacementGroups implements Taggable {
  /** As in the public API. */
  public static final String TYPE = "placement-group";

  private final PlacementGroupRepository repository;

  @Inject
  public TaggablePlacementGroups(PlacementGroupRepository repository) {
    this.repository = repository;
  }

  @Override
  public Set<String> prefixes() {
    return Set.of("pg");
  }

  @Override
  public String resourceType() {
    return TYPE;
  }

  @Override
  public Class<?> rows() {
    return PlacementGroup.class;
  }

  @Override
  public Set<String> require(String accountId, Set<String> ids) {
    ids.stream().sorted().forEach(PlacementGroupRules::id);
    return Taggable.all(
        ids,
        repository.lock(accountId, ids).stream().map(PlacementGroup::id),
        PlacementGroupErrors::unknown);
  }
}
