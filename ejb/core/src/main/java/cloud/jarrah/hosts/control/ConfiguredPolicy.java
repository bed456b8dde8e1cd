package cloud.jarrah.hosts.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** The policy that the operator chose. */
@Singleton
public class ConfiguredPolicy implements PlacementPolicy {
  private final PlacementPolicy chosen;

  @Inject
  public ConfiguredPolicy(Settings settings) {
    chosen =
        StandardPolicy.valueOf(
            settings.text(
                "jarrah.hosts.placement",
                "ROUNDROBIN",
                Pattern.compile("ROUNDROBIN|GREEDY|POWERSAVE")));
  }

  @Override
  public String name() {
    return chosen.name();
  }

  @Override
  public String rank() {
    return chosen.rank();
  }
}
