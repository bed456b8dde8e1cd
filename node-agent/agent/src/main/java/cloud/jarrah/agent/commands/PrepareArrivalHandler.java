package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.NodeCommand.PrepareArrival;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Makes a place for an instance that runs at another host. Its disk is made anew for each
 * generation: what an earlier try has copied may be older than what the instance has deleted since.
 */
final class PrepareArrivalHandler implements InstanceCommandHandler<PrepareArrival> {
  private final Journal journal;
  private final InstanceDisks disks;
  private final Network network;
  private final Migrations migrations;

  PrepareArrivalHandler(
      Journal journal, InstanceDisks disks, Network network, Migrations migrations) {
    this.journal = journal;
    this.disks = disks;
    this.network = network;
    this.migrations = migrations;
  }

  @Override
  public Class<PrepareArrival> type() {
    return PrepareArrival.class;
  }

  @Override
  public String instanceId(PrepareArrival command) {
    return command.instance().id();
  }

  @Override
  public void check(PrepareArrival command, JournalEntry before) throws CommandFailedException {
    if (before.wish() != Wish.ARRIVING && before.wish() != Wish.ABSENT) {
      throw new CommandFailedException(
          "The instance " + before.instanceId() + " is on this host already", false, null);
    }
    Moved.refuseSharedDisks(disks);
  }

  @Override
  public boolean isDone(PrepareArrival command, JournalEntry entry) {
    return entry.power() != Power.PREPARING && entry.power() != Power.FAILED;
  }

  @Override
  public JournalEntry begin(
      PrepareArrival command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    return before
        .begin(Wish.ARRIVING, command.instance(), envelope)
        .awaited(command.bootGeneration())
        .seen(Power.PREPARING, null, now);
  }

  @Override
  public CompletionStage<Power> apply(PrepareArrival command, Attempt attempt)
      throws CommandFailedException, InterruptedException {
    InstanceSpec spec = command.instance();
    try {
      if (!migrations.cancelArrival(spec.id())) {
        throw new CommandFailedException(
            "The instance " + spec.id() + " runs on this host already", false, null);
      }
      BootFiles files = attempt.interruptibly(() -> disks.makeAnew(spec, attempt.deadline()));
      network.ensure(spec);
      Berth berth = migrations.prepareArrival(spec, files, command.fromHostId());
      journal.updateIfPresent(spec.id(), entry -> entry.withBerth(berth));
    } catch (HypervisorException | NetworkException e) {
      throw CommandFailedException.of(e);
    }
    return CompletableFuture.completedStage(Power.ARRIVING);
  }

  @Override
  public JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now) {
    return entry.seen(why.retryable() ? Power.PREPARING : Power.FAILED, why.getMessage(), now);
  }
}
