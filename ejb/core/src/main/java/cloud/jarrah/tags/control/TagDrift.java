package cloud.jarrah.tags.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.tags.entity.TagRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags go with what they are on. */
@Singleton
public class TagDrift implements DriftCheck {
  static final String KIND = "tags-without-resource";
  private static final int PAGE = 1000;

  private final TagRepository repository;
  private final TaggableResources kinds;

  @Inject
  public TagDrift(TagRepository repository, TaggableResources kinds) {
    this.repository = repository;
    this.kinds = kinds;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<Suspect> suspects(int most) {
    List<Suspect> suspects = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more && suspects.size() < most) {
      List<String> page = repository.resources(after, PAGE);
      more = page.size() == PAGE;
      after = more ? page.get(PAGE - 1) : after;
      missing(page).forEach(id -> suspects.add(new Suspect(KIND, id)));
    }
    return suspects.size() > most ? suspects.subList(0, most) : suspects;
  }

  /** Of kinds that this version knows: what a newer server has tagged is not ours to judge. */
  private Set<String> missing(Collection<String> ids) {
    Map<Class<?>, Set<String>> byEntity = new HashMap<>();
    for (String id : ids) {
      Taggable kind = kinds.byPrefix().get(id.substring(0, Math.max(0, id.indexOf('-'))));
      if (kind != null) {
        byEntity.computeIfAbsent(kind.rows(), entity -> new HashSet<>()).add(id);
      }
    }
    Set<String> missing = new HashSet<>();
    byEntity.forEach(
        (entity, asked) -> {
          missing.addAll(asked);
          repository.existing(entity, asked).forEach(missing::remove);
        });
    return missing;
  }

  @Override
  public Verdict judge(Suspect suspect) {
    String id = suspect.resource();
    // The tags first: who sees the tags of something new sees it as well.
    if (repository.lock(id) == 0 || missing(Set.of(id)).isEmpty()) {
      return Verdict.FINE;
    }
    repository.forget(Set.of(id));
    return Verdict.healed("", "what they were on does not exist");
  }
}
