package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.DiskException;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.CancelArrival;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes a place away again, unless the instance has come into it: here it is decided. */
final class CancelArrivalHandler implements InstanceCommandHandler<CancelArrival> {
  private final Journal journal;
  private final InstanceDisks disks;
  private final Network network;
  private final Migrations migrations;

  CancelArrivalHandler(
      Journal journal, InstanceDisks disks, Network network, Migrations migrations) {
    this.journal = journal;
    this.disks = disks;
    this.network = network;
    this.migrations = migrations;
  }

  @Override
  public Class<CancelArrival> type() {
    return CancelArrival.class;
  }

  @Override
  public String instanceId(CancelArrival command) {
    return command.instanceId();
  }

  @Override
  public boolean isDone(CancelArrival command, JournalEntry entry) {
    return entry.isTombstone() || entry.wish() != Wish.ARRIVING;
  }

  @Override
  public JournalEntry begin(
      CancelArrival command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    return before.begin(before.wish(), null, envelope);
  }

  @Override
  public CompletionStage<Power> apply(CancelArrival command, Attempt attempt)
      throws CommandFailedException {
    String id = command.instanceId();
    Wish wish = attempt.entry().wish();
    if (wish != Wish.ARRIVING && wish != Wish.ABSENT) {
      return CompletableFuture.completedStage(attempt.entry().power());
    }
    try {
      if (!migrations.cancelArrival(id)) {
        journal.updateIfPresent(id, entry -> entry.arrived(Power.RUNNING, entry.since()));
        return CompletableFuture.completedStage(Power.RUNNING);
      }
      network.ensureAbsent(id);
      if (!disks.isShared()) {
        // Where disks are shared no place was made, and the disk is the one that it runs on.
        disks.ensureAbsent(id);
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
