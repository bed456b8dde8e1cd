package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.hosts.entity.Reachability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides which silent hosts have failed, and when too many vanish for that to be true. Pure. */
final class FailureRules {
  /** One host is never too many: a cloud of one to three hosts can lose one. */
  private static final int FEWEST_FOR_BRAKE = 2;

  private FailureRules() {}

  /**
   * A host that was heard at least once and is expected to speak.
   *
   * @param lastSeen when it really was, or came back into service
   */
  record Sighting(String hostId, HostStanding standing, Instant lastSeen) {}

  /**
   * What to do.
   *
   * @param quiet whether nobody has listened long enough yet: then nothing is done, and the brake
   *     stays as it is, since nobody can say who speaks
   * @param brake why nothing may be fenced; empty: the brake does not hold
   * @param failed hosts that are to be fenced from now on
   */
  record Verdict(boolean quiet, Optional<String> brake, List<String> failed) {}

  /**
   * @param listeningSince silence before that says nothing
   */
  static Verdict judge(
      List<Sighting> hosts, HostFailureSettings settings, Instant listeningSince, Instant now) {
    if (now.isBefore(listeningSince.plus(settings.quietTime()))) {
      return new Verdict(true, Optional.empty(), List.of());
    }
    List<Sighting> overdue =
        hosts.stream()
            .filter(host -> host.standing() == HostStanding.ACTIVE)
            .filter(host -> silence(host, listeningSince, now).compareTo(settings.fenceAfter()) > 0)
            .toList();
    // Also those that are being fenced: the brake has to hold when others follow them.
    List<Sighting> suspects =
        hosts.stream()
            .filter(host -> overdue.contains(host) || host.standing() == HostStanding.FENCING)
            .toList();
    Optional<String> brake =
        suspects.stream()
            .flatMap(host -> tooMany(host, hosts, settings, listeningSince, now).stream())
            .findFirst();
    List<String> failed =
        brake.isPresent() ? List.of() : overdue.stream().map(Sighting::hostId).toList();
    return new Verdict(false, brake, failed);
  }

  private static Duration silence(Sighting host, Instant listeningSince, Instant now) {
    Instant from = host.lastSeen().isAfter(listeningSince) ? host.lastSeen() : listeningSince;
    return Duration.between(from, now);
  }

  /** Whether so many went with it that the fault is more likely on our side. */
  private static Optional<String> tooMany(
      Sighting vanished,
      List<Sighting> hosts,
      HostFailureSettings settings,
      Instant listeningSince,
      Instant now) {
    long together = 0;
    long speaking = 0;
    for (Sighting host : hosts) {
      boolean gone =
          host.standing() == HostStanding.FENCED
              || silence(host, listeningSince, now).compareTo(Reachability.SUSPECT_AFTER) > 0;
      Duration apart = Duration.between(host.lastSeen(), vanished.lastSeen()).abs();
      if (!gone) {
        speaking++;
      } else if (apart.compareTo(settings.brakeWindow()) <= 0) {
        together++;
      }
    }
    long of = together + speaking;
    if (together < FEWEST_FOR_BRAKE || together * 100 <= settings.brakePercent() * of) {
      return Optional.empty();
    }
    return Optional.of(
        together
            + " of "
            + of
            + " hosts fell silent within "
            + settings.brakeWindow().toSeconds()
            + " s of each other, more than "
            + settings.brakePercent()
            + " %: the network or a broker is the likelier cause. Nothing is fenced until fewer are"
            + " silent. For a host that is really off, say so: POST"
            + " /admin/v1/hosts/{hostId}/confirm-off");
  }
}
