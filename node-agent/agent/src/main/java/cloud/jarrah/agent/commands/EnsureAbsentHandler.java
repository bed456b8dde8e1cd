package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Hypervisor;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.images.DiskException;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.EnsureAbsent;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Domain, lease, disk: the disk last, so that nothing writes to a file that is gone. Not the disk
 * of an instance that has left, where its new host has the same one.
 */
final class EnsureAbsentHandler implements InstanceCommandHandler<EnsureAbsent> {
  private final InstanceDisks disks;
  private final Network network;
  private final Hypervisor hypervisor;

  EnsureAbsentHandler(InstanceDisks disks, Network network, Hypervisor hypervisor) {
    this.disks = disks;
    this.network = network;
    this.hypervisor = hypervisor;
  }

  @Override
  public Class<EnsureAbsent> type() {
    return EnsureAbsent.class;
  }

  @Override
  public String instanceId(EnsureAbsent command) {
    return command.instanceId();
  }

  @Override
  public boolean isDone(EnsureAbsent command, JournalEntry entry) {
    return entry.isTombstone();
  }

  @Override
  public JournalEntry begin(
      EnsureAbsent command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    return before.begin(Wish.ABSENT, null, envelope);
  }

  @Override
  public CompletionStage<Power> apply(EnsureAbsent command, Attempt attempt)
      throws CommandFailedException {
    String instanceId = command.instanceId();
    try {
      hypervisor.ensureAbsent(instanceId);
      network.ensureAbsent(instanceId);
      if (!disks.isShared() || attempt.entry().power() != Power.DEPARTED) {
        disks.ensureAbsent(instanceId);
      }
    } catch (HypervisorException | NetworkException | DiskException e) {
      throw CommandFailedException.of(e);
    }
    return CompletableFuture.completedStage(Power.ABSENT);
  }

  @Override
  public JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now) {
    return entry.seen(entry.power(), why.getMessage(), now);
  }
}
