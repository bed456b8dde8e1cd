package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.InventoryListener;
import cloud.jarrah.instances.entity.ConsoleOutput;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.LastSeen;
import cloud.jarrah.instances.entity.Observation;
import cloud.jarrah.instances.entity.ObservedPower;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Writes down what hosts see of instances. It decides nothing: the planner does, afterwards. */
@Singleton
public class ObservationIntake implements InventoryListener {
  private static final Logger LOG = Logger.getLogger(ObservationIntake.class);

  private final InstanceRepository instances;
  private final CommandOutbox outbox;
  private final Screenshots screenshots;
  private final Strangers strangers;
  private final Moves moves;
  private final InstanceWakeup wakeup;
  private final DatabaseTime time;

  @Inject
  public ObservationIntake(
      InstanceRepository instances,
      CommandOutbox outbox,
      Screenshots screenshots,
      Strangers strangers,
      Moves moves,
      InstanceWakeup wakeup,
      DatabaseTime time) {
    this.instances = instances;
    this.outbox = outbox;
    this.screenshots = screenshots;
    this.strangers = strangers;
    this.moves = moves;
    this.wakeup = wakeup;
    this.time = time;
  }

  @Override
  public void inventory(ReportEnvelope envelope, List<InstanceObservation> listed) {
    Instant now = time.now();
    // Rows are locked in order of id, so that two intakes can never wait for each other.
    Map<String, Runnable> inOrder = new TreeMap<>();
    Map<String, LastSeen> expected = new HashMap<>();
    for (LastSeen known : instances.lastSeen(envelope.hostId())) {
      expected.put(known.instanceId(), known);
      inOrder.put(known.instanceId(), () -> notListed(envelope, known.instanceId(), now));
    }
    Set<String> own = new HashSet<>(expected.keySet());
    for (InstanceObservation seen : listed) {
      LastSeen known = expected.get(seen.instanceId());
      if (known != null && known.stands(source(envelope), taken(seen))) {
        // Most inventories say nothing new: nothing is locked or written then.
        inOrder.remove(seen.instanceId());
        continue;
      }
      inOrder.put(
          seen.instanceId(),
          () -> {
            if (observe(envelope, seen, now)) {
              own.add(seen.instanceId());
            }
          });
    }
    inOrder.values().forEach(Runnable::run);
    strangers.listed(
        envelope, listed.stream().filter(seen -> !own.contains(seen.instanceId())).toList(), now);
    wakeup.afterCommit();
  }

  @Override
  public List<String> movedAway(String hostId, List<InstanceObservation> listed) {
    List<String> ids = listed.stream().map(InstanceObservation::instanceId).toList();
    Set<String> awaited = Set.copyOf(moves.mayHaveArrived(hostId, ids));
    return Stream.concat(
            instances.elsewhere(hostId, ids).stream().filter(id -> !awaited.contains(id)),
            strangers.endedElsewhere(hostId, ids).stream())
        .toList();
  }

  @Override
  public void commandResult(
      ReportEnvelope envelope, NodeReport.CommandResult result, boolean overtaken) {
    Instant now = time.now();
    if (moves.answered(envelope, result, now)) {
      wakeup.afterCommit();
      return;
    }
    Optional<Instance> instance = locked(envelope, result.resource());
    if (instance.isEmpty()) {
      strangers.answered(envelope, result);
      return;
    }
    boolean launching = instance.get().wish().generation() == result.generation();
    if (result.observation() != null && !overtaken) {
      observe(envelope, result.observation(), now);
    }
    switch (result.outcome()) {
      case DONE -> done(instance.get(), result);
      // Left open if it is still wanted: the outbox repeats it, ever slower, up to its deadline.
      case SUPERSEDED, EXPIRED ->
          LOG.infof(
              "host %s did not carry out command %s for %s: %s",
              envelope.hostId(), result.commandId(), result.resource(), result.outcome());
      case FAILED -> failed(instance.get(), result);
    }
    if (result.observation() == null
        && launching
        && !overtaken
        && finalFailure(instance.get(), result)) {
      observe(envelope, failedFor(envelope, result), now);
    }
    wakeup.afterCommit();
  }

  private static InstanceObservation failedFor(
      ReportEnvelope envelope, NodeReport.CommandResult result) {
    return new InstanceObservation(
        result.resource(),
        result.generation(),
        InstanceObservation.Power.FAILED,
        envelope.sentAt(),
        result.message(),
        0);
  }

  /**
   * An agent that knows nothing of reboots says that the instance runs: the command stays open, and
   * is sent again ever slower.
   */
  private void done(Instance instance, NodeReport.CommandResult result) {
    boolean unfulfilled =
        instance.wish().generation() == result.generation() && instance.rebootDue();
    if (!unfulfilled) {
      outbox.answered(
          instance.hostId(), result.commandId(), OutgoingCommand.State.DONE, result.message());
    }
  }

  /** Stopping and removing are tried for ever; only a launch can fail for good. */
  private static boolean finalFailure(Instance instance, NodeReport.CommandResult result) {
    return result.outcome() == NodeReport.Outcome.FAILED
        && !result.retryable()
        && instance.wish().desired() == Desired.RUNNING;
  }

  /** A failure that may pass leaves the command open: the outbox sends it again, ever slower. */
  private void failed(Instance instance, NodeReport.CommandResult result) {
    LOG.infof(
        "host %s could not carry out command %s for %s: %s",
        instance.hostId(), result.commandId(), result.resource(), result.message());
    if (finalFailure(instance, result)) {
      outbox.answered(
          instance.hostId(), result.commandId(), OutgoingCommand.State.FAILED, result.message());
    } else if (waits(instance, result)) {
      instance.hindered(Reason.of(Reason.DELAYED, "The start is tried again: " + result.message()));
    }
  }

  /** A launch has its time limit; what ran before has something to lose, and its owner is told. */
  private static boolean waits(Instance instance, NodeReport.CommandResult result) {
    return instance.runs().everRan()
        && instance.state() == InstanceState.PENDING
        && instance.wish().generation() == result.generation();
  }

  @Override
  public void screenshot(ReportEnvelope envelope, NodeReport.Screenshot screenshot) {
    screenshots.received(envelope.hostId(), screenshot);
  }

  @Override
  public void console(ReportEnvelope envelope, NodeReport.ConsoleOutput output) {
    if (locked(envelope, output.instanceId()).isPresent()) {
      instances.put(new ConsoleOutput(output.instanceId(), output.content(), time.now()));
    }
  }

  /** Whether a move explains that the host has it. */
  private boolean observe(ReportEnvelope envelope, InstanceObservation seen, Instant now) {
    if (moves.observed(envelope, seen, now)) {
      return true;
    }
    locked(envelope, seen.instanceId())
        .ifPresent(instance -> instance.observe(source(envelope), taken(seen), now));
    return false;
  }

  private void notListed(ReportEnvelope envelope, String id, Instant now) {
    locked(envelope, id).ifPresent(instance -> instance.notListed(source(envelope), now));
  }

  /** The instance, if it is one of this host: a host cannot speak for another's instances. */
  private Optional<Instance> locked(ReportEnvelope envelope, String instanceId) {
    Optional<Instance> instance =
        instances.lockForReport(instanceId).filter(i -> i.hostId().equals(envelope.hostId()));
    if (instance.isEmpty()) {
      LOG.debugf("host %s reports %s, which is not known there", envelope.hostId(), instanceId);
    }
    return instance;
  }

  static Observation.Source source(ReportEnvelope envelope) {
    return new Observation.Source(
        envelope.hostEpoch(), envelope.incarnation(), envelope.sequence());
  }

  static Observation.Seen taken(InstanceObservation seen) {
    return new Observation.Seen(
        ObservedPower.valueOf(seen.power().name()),
        seen.generation(),
        seen.bootGeneration(),
        seen.detail());
  }
}
