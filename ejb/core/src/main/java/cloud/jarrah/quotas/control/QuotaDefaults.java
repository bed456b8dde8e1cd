package cloud.jarrah.quotas.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** Limits of accounts for which none was set: {@code jarrah.quotas.NAME}. */
@Singleton
public final class QuotaDefaults {
  public static final String INSTANCES = "instances";
  public static final String VCPUS = "vcpus";
  public static final String PLACEMENT_GROUPS = "placement-groups";
  public static final String LAUNCH_TEMPLATES = "launch-templates";

  private final Map<String, Integer> values;

  @Inject
  public QuotaDefaults(Settings settings) {
    values =
        Map.of(
            INSTANCES, settings.number("jarrah.quotas.instances", 100, 0, 1_000_000),
            VCPUS, settings.number("jarrah.quotas.vcpus", 400, 0, 1_000_000),
            PLACEMENT_GROUPS, settings.number("jarrah.quotas.placement-groups", 500, 0, 1_000_000),
            LAUNCH_TEMPLATES, settings.number("jarrah.quotas.launch-templates", 500, 0, 100_000));
  }

  int of(String name) {
    Integer value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("there is no quota " + name);
    }
    return value;
  }
}
