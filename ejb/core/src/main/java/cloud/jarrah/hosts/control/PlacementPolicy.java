package cloud.jarrah.hosts.control;

import cloud.jarrah.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Which of the hosts that have room is taken first. */
@Singleton
public class PlacementPolicy {
  private final Kind kind;

  /** The policies, named as in Eucalyptus. */
  public enum Kind {
    /** The least used first: instances spread over the hosts. */
    ROUNDROBIN("1.0 * h.usedMemoryMib / h.memoryMib, h.usedCores, h.id"),
    /** The fullest that still fits first: other hosts stay empty. */
    GREEDY("1.0 * h.usedMemoryMib / h.memoryMib desc, h.usedCores desc, h.id");

    private final String order;

    Kind(String order) {
      this.order = order;
    }
  }

  @Inject
  PlacementPolicy(Settings settings) {
    this(
        Kind.valueOf(
            settings.text(
                "jarrah.hosts.placement", "ROUNDROBIN", Pattern.compile("ROUNDROBIN|GREEDY"))));
  }

  public PlacementPolicy(Kind kind) {
    this.kind = kind;
  }

  String order() {
    return kind.order;
  }

  String name() {
    return kind.name();
  }
}
