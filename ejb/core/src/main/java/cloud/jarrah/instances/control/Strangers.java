package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Sighting;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Writes down which instances hosts list that should not be there: that no row knows, or whose row
 * names another host. It decides nothing: the audit does, much later.
 */
@Singleton
public class Strangers {
  private static final Logger LOG = Logger.getLogger(Strangers.class);

  private static final int MOST_CHARACTERS = 32;

  private static final Duration REPEATED_WITHIN = Duration.ofMinutes(10);
  private static final Duration ENDED_KEPT = Duration.ofDays(60);

  private final SightingRepository sightings;
  private final CommandOutbox outbox;
  private final Transactions transactions;
  private final DatabaseTime time;
  private final Metrics metrics;

  @Inject
  public Strangers(
      SightingRepository sightings,
      CommandOutbox outbox,
      Transactions transactions,
      DatabaseTime time,
      Metrics metrics) {
    this.sightings = sightings;
    this.outbox = outbox;
    this.transactions = transactions;
    this.time = time;
    this.metrics = metrics;
  }

  /** Takes note of what a full inventory lists beside what is believed to be on the host. */
  void listed(ReportEnvelope envelope, List<InstanceObservation> unexpected, Instant now) {
    if (unexpected.isEmpty()) {
      return;
    }
    Map<String, InstanceObservation> strangers =
        unexpected.stream()
            .collect(
                Collectors.toMap(
                    InstanceObservation::instanceId,
                    Function.identity(),
                    (one, other) -> other,
                    TreeMap::new));
    for (Sighting.Key known : sightings.residences(strangers.keySet())) {
      if (known.hostId().equals(envelope.hostId())) {
        // Terminated and shown again: the planner deals with it.
        strangers.remove(known.instanceId());
      }
    }
    strangers.forEach((id, seen) -> note(envelope, seen, now));
  }

  /** Of the ids, the instances that are no longer shown and ended on another host than this. */
  List<String> endedElsewhere(String hostId, List<String> ids) {
    return sightings.endedElsewhere(hostId, ids);
  }

  private void note(ReportEnvelope envelope, InstanceObservation seen, Instant now) {
    if (seen.instanceId().length() > MOST_CHARACTERS) {
      LOG.debugf("host %s lists an instance whose id is too long", envelope.hostId());
      return;
    }
    Sighting.Key key = new Sighting.Key(envelope.hostId(), seen.instanceId());
    Sighting sighting =
        sightings
            .lock(key)
            .orElseGet(
                () -> {
                  LOG.infof(
                      "host %s lists %s, which is not known there", key.hostId(), key.instanceId());
                  Sighting first = new Sighting(key, envelope.hostEpoch(), now);
                  sightings.add(first);
                  return first;
                });
    sighting.seen(envelope.hostEpoch(), seen.generation(), now);
  }

  /** Forgets sightings that were not repeated, and instances that ended long ago. */
  public void forget() {
    transactions.requiresNew(
        () -> {
          Instant now = time.now();
          sightings.forget(now.minus(REPEATED_WITHIN), now.minus(ENDED_KEPT));
          return now;
        });
  }

  /** The host has answered a command for something that no row knows. */
  void answered(ReportEnvelope envelope, NodeReport.CommandResult result) {
    sightings
        .lock(new Sighting.Key(envelope.hostId(), result.resource()))
        .filter(sighting -> result.outcome() == NodeReport.Outcome.DONE)
        .ifPresent(
            sighting -> {
              outbox.answered(
                  envelope.hostId(),
                  result.commandId(),
                  OutgoingCommand.State.DONE,
                  result.message());
              sightings.remove(sighting);
              metrics.count(Metric.DRIFT_HEALED, 1, StrangerDrift.KIND);
              LOG.warnf(
                  "JARRAH000401 healed %s of %s/%s: its host has removed it",
                  StrangerDrift.KIND, envelope.hostId(), result.resource());
            });
  }
}
