package cloud.jarrah.instances.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.hosts.control.HostQuestions;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.entity.EndedInstance;
import cloud.jarrah.instances.entity.Sighting;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.platform.nodes.CommandOutbox;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No host has an instance that is not its own. Removing takes its disk, so it takes a proof: this
 * very instance is known to have ended on this very host; or the administrator wants all of them
 * removed that are unknown. And the host is asked once more before.
 */
@Singleton
public class StrangerDrift implements DriftCheck {
  static final String KIND = "unknown-instance-on-host";

  /** Inventories come every minute. */
  private static final Duration REPEATED_WITHIN = Duration.ofSeconds(150);

  private static final Duration REMOVAL_LIMIT = Duration.ofMinutes(3);

  private final SightingRepository sightings;
  private final StrangerPolicy policy;
  private final HostStatus hosts;
  private final HostQuestions questions;
  private final CommandOutbox outbox;

  @Inject
  public StrangerDrift(
      SightingRepository sightings,
      StrangerPolicy policy,
      HostStatus hosts,
      HostQuestions questions,
      CommandOutbox outbox) {
    this.sightings = sightings;
    this.policy = policy;
    this.hosts = hosts;
    this.questions = questions;
    this.outbox = outbox;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<Suspect> suspects(int most) {
    Instant now = hosts.now();
    return sightings.since(now.minus(REPEATED_WITHIN), most).stream()
        .map(key -> new Suspect(KIND, key.hostId() + "/" + key.instanceId()))
        .toList();
  }

  @Override
  public Verdict judge(Suspect suspect) {
    Instant now = hosts.now();
    String[] ids = suspect.resource().split("/", 2);
    Optional<Sighting> seen = sightings.lock(new Sighting.Key(ids[0], ids[1]));
    Integer epoch = hosts.epochs(Set.of(ids[0])).get(ids[0]);
    if (seen.isEmpty() || epoch == null || !seen.get().established(epoch, now)) {
      // A host that is gone or was set up anew: what it listed before proves nothing.
      return Verdict.FINE;
    }
    return judge(seen.get(), now);
  }

  private Verdict judge(Sighting sighting, Instant now) {
    String id = sighting.instanceId();
    Optional<Sighting.Key> row = sightings.residences(Set.of(id)).stream().findFirst();
    if (row.isPresent()) {
      if (row.get().hostId().equals(sighting.hostId())) {
        sightings.remove(sighting);
        return Verdict.FINE;
      }
      return Verdict.open(
          "",
          "its row says that it is on "
              + row.get().hostId()
              + "; find out which of the two is right, and remove the other by hand");
    }
    boolean endedHere =
        sightings
            .ended(id)
            .map(EndedInstance::hostId)
            .filter(sighting.hostId()::equals)
            .isPresent();
    if (!endedHere && !policy.removeUnknown()) {
      return Verdict.open(
          "",
          "nothing is known of it; if the database is not older than the instance, remove it by"
              + " hand or set jarrah.instances.remove-unknown");
    }
    return sighting.confirmed() ? remove(sighting, now) : ask(sighting, now);
  }

  private Verdict ask(Sighting sighting, Instant now) {
    if (!sighting.wasAsked()) {
      sighting.asked(now);
    }
    questions.ask(sighting.hostId());
    return Verdict.open("", "its host is asked once more before it is removed");
  }

  private Verdict remove(Sighting sighting, Instant now) {
    outbox.write(
        new CommandOutbox.Order(
            sighting.hostId(),
            sighting.instanceId(),
            sighting.generation() + 1,
            now.plus(REMOVAL_LIMIT),
            KIND,
            new NodeCommand.EnsureAbsent(sighting.instanceId())));
    // Healed once its host says so: it may be silent, or fail.
    return Verdict.open("", "its host was told to remove it");
  }
}
