package cloud.jarrah.placementgroups.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the members of a group stand to each other. */
public enum Strategy {
  CLUSTER,
  SPREAD,
  PARTITION;

  public static Optional<Strategy> of(String wireName) {
    return Arrays.stream(values())
        .filter(strategy -> strategy.wireName().equals(wireName))
        .findFirst();
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
