package cloud.jarrah.hosts.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides which idle hosts may sleep. Pure. */
final class PowerRules {
  private PowerRules() {}

  /**
   * A host that is used, awake and heard, and on which nothing is.
   *
   * @param can whether it can sleep
   */
  record Idle(String hostId, String zone, boolean can, Instant since) {}

  /** Those that are idle for long enough, the longest first; the spare ones of each zone stay. */
  static List<String> toSleep(List<Idle> idle, PowerSettings settings, Instant now) {
    List<String> chosen = new ArrayList<>();
    Map<String, List<Idle>> zones = idle.stream().collect(Collectors.groupingBy(Idle::zone));
    for (List<Idle> zone : zones.values()) {
      zone.stream()
          .filter(Idle::can)
          .filter(host -> !now.isBefore(host.since().plus(settings.idle())))
          .sorted(Comparator.comparing(Idle::since).thenComparing(Idle::hostId))
          .limit(Math.max(0, zone.size() - settings.spare()))
          .map(Idle::hostId)
          .forEach(chosen::add);
    }
    return chosen;
  }
}
