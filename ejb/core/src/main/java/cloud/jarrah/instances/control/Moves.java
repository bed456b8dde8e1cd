package cloud.jarrah.instances.control;

import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.Migration.Answer;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.node.InstanceObservation;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what hosts say of instances that move. A host that an instance comes to speaks for
 * its arrival, not for the instance; one that it has left does not speak for it any more.
 */
@Singleton
public class Moves {
  private final InstanceRepository instances;
  private final MigrationRepository migrations;
  private final CommandOutbox outbox;

  @Inject
  public Moves(InstanceRepository instances, MigrationRepository migrations, CommandOutbox outbox) {
    this.instances = instances;
    this.migrations = migrations;
    this.outbox = outbox;
  }

  /** Takes over what a host sees of an instance that moves; false: it speaks for itself. */
  boolean observed(ReportEnvelope envelope, InstanceObservation seen, Instant now) {
    Optional<Instance> found = instances.lockForReport(seen.instanceId());
    if (found.isEmpty() || found.get().hostId().equals(envelope.hostId())) {
      return false;
    }
    Instance instance = found.get();
    boolean concerned = false;
    for (Migration migration : migrations.underWay(List.of(instance.id()))) {
      concerned |= migration.toldHost().equals(envelope.hostId());
      if (migration.targetHost().equals(envelope.hostId())) {
        migration.observe(
            ObservationIntake.source(envelope),
            ObservationIntake.taken(seen),
            seen.berth() == null ? null : NodeWire.encode(seen.berth()));
        instance.lookAgainAt(now);
        concerned = true;
      }
    }
    return concerned;
  }

  /** Of the ids, the instances that may have come to this host, which alone can say so. */
  List<String> mayHaveArrived(String hostId, List<String> instanceIds) {
    return migrations.mayHaveArrived(hostId, instanceIds);
  }

  /** Takes over what became of a command of a move; false: it was of none. */
  boolean answered(ReportEnvelope envelope, NodeReport.CommandResult result, Instant now) {
    Optional<Instance> instance = instances.lockForReport(result.resource());
    if (instance.isEmpty()) {
      return false;
    }
    for (Migration migration : migrations.underWay(List.of(result.resource()))) {
      if (migration.toldGeneration() == result.generation()
          && migration.toldHost().equals(envelope.hostId())) {
        answered(envelope, migration, instance.get(), result, now);
        return true;
      }
    }
    return false;
  }

  private void answered(
      ReportEnvelope envelope,
      Migration migration,
      Instance instance,
      NodeReport.CommandResult result,
      Instant now) {
    InstanceObservation seen = result.observation();
    if (seen != null && !observed(envelope, seen, now)) {
      instance.observe(ObservationIntake.source(envelope), ObservationIntake.taken(seen), now);
    }
    boolean done = result.outcome() == NodeReport.Outcome.DONE;
    boolean failed = result.outcome() == NodeReport.Outcome.FAILED;
    migration.explain(failed ? result.message() : null);
    // What may still succeed stays open: the outbox sends it again, ever slower.
    if (done || (failed && !result.retryable())) {
      migration.answered(result.generation(), done ? Answer.DONE : Answer.FAILED, result.message());
      outbox.answered(
          envelope.hostId(),
          result.commandId(),
          done ? OutgoingCommand.State.DONE : OutgoingCommand.State.FAILED,
          result.message());
      instance.lookAgainAt(now);
    }
  }
}
