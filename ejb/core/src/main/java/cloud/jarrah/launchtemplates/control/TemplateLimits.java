package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** How much there may be of one template; the number of templates is a quota. */
@Singleton
public final class TemplateLimits {
  private final int versions;

  @Inject
  public TemplateLimits(Settings settings) {
    versions = settings.number("jarrah.launchtemplates.versions", 500, 1, 100_000);
  }

  /** Versions of one template. */
  public int versions() {
    return versions;
  }
}
