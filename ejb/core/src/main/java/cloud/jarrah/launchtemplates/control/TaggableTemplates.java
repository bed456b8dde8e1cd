package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.tags.control.Taggable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Launch templates have tags. */
@Singleton
public class TaggableTemplates implements Taggable {
  /** As in the public API. */
  static final String TYPE = "launch-template";

  private final NamedTemplates named;

  @Inject
  public TaggableTemplates(NamedTemplates named) {
    this.named = named;
  }

  @Override
  public Set<String> prefixes() {
    return Set.of("lt");
  }

  @Override
  public String resourceType() {
    return TYPE;
  }

  @Override
  public Class<?> rows() {
    return LaunchTemplate.class;
  }

  @Override
  public Set<String> require(String accountId, Set<String> ids) {
    return named.lock(accountId, ids);
  }
}
