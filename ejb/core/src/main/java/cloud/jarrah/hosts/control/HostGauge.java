package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.HostDuty;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.hosts.entity.RoomRepository;
import cloud.jarrah.hosts.entity.RoomRepository.Contact;
import cloud.jarrah.platform.metrics.GaugeSource;
import cloud.jarrah.platform.metrics.Metric;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** How many hosts can be reached, and how many not; those in maintenance need not be. */
@Singleton
public class HostGauge implements GaugeSource {
  private static final String MAINTENANCE = "maintenance";

  private final RoomRepository rooms;
  private final HostStatus status;

  @Inject
  public HostGauge(RoomRepository rooms, HostStatus status) {
    this.rooms = rooms;
    this.status = status;
  }

  @Override
  public Metric metric() {
    return Metric.HOSTS;
  }

  @Override
  public Map<String, Long> read() {
    Instant now = status.now();
    Instant listeningSince = status.listeningSince(now);
    Map<String, Long> hosts = new HashMap<>();
    for (Reachability reachability : Reachability.values()) {
      if (reachability != Reachability.REMOVED) {
        hosts.put(label(reachability), 0L);
      }
    }
    hosts.put(MAINTENANCE, 0L);
    for (Contact host : rooms.contacts()) {
      hosts.merge(
          host.duty() == HostDuty.MAINTENANCE
              ? MAINTENANCE
              : label(
                  host.asleep() && host.standing() != HostStanding.FENCED
                      ? Reachability.ASLEEP
                      : Reachability.of(host.standing(), host.lastSeen(), listeningSince, now)),
          1L,
          Long::sum);
    }
    return hosts;
  }

  private static String label(Reachability reachability) {
    return reachability.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
