package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.InstanceDisks;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.NodeCommand.Depart;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Sends an instance to another host, at most once for each generation: that it is tried is in the
 * journal first, so that an agent that dies meanwhile only looks how it ended.
 */
final class DepartHandler implements InstanceCommandHandler<Depart> {
  private final Journal journal;
  private final InstanceDisks disks;
  private final Network network;
  private final Migrations migrations;

  DepartHandler(Journal journal, InstanceDisks disks, Network network, Migrations migrations) {
    this.journal = journal;
    this.disks = disks;
    this.network = network;
    this.migrations = migrations;
  }

  @Override
  public Class<Depart> type() {
    return Depart.class;
  }

  @Override
  public String instanceId(Depart command) {
    return command.instanceId();
  }

  @Override
  public void check(Depart command, JournalEntry before) throws CommandFailedException {
    if (before.wish() != Wish.RUNNING && before.wish() != Wish.DEPARTED) {
      throw new CommandFailedException(
          "The instance " + command.instanceId() + " does not run on this host", false, null);
    }
    Moved.refuseSharedDisks(disks);
  }

  @Override
  public boolean isDone(Depart command, JournalEntry entry) {
    return entry.wish() == Wish.DEPARTED;
  }

  @Override
  public JournalEntry begin(
      Depart command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    return before.begin(before.wish(), null, envelope);
  }

  @Override
  public CompletionStage<Power> apply(Depart command, Attempt attempt)
      throws CommandFailedException, InterruptedException {
    String id = command.instanceId();
    @Nullable CommandFailedException problem = null;
    if (attempt.entry().departure() < attempt.envelope().generation()) {
      journal.updateIfPresent(id, JournalEntry::departing);
      problem = tried(command, attempt);
    }
    if (!attempt.interruptibly(() -> migrations.hasDeparted(id, false))) {
      throw new CommandFailedException(
          "The instance was not moved" + (problem == null ? "" : ": " + problem.getMessage()),
          false,
          problem);
    }
    leave(id, journal, network);
    return CompletableFuture.completedStage(Power.DEPARTED);
  }

  private @Nullable CommandFailedException tried(Depart command, Attempt attempt)
      throws InterruptedException {
    try {
      attempt.interruptibly(
          () -> {
            migrations.depart(command.instanceId(), command.to());
            return command;
          });
      return null;
    } catch (CommandFailedException e) {
      return e;
    }
  }

  /** Its address is served by the other host from now on. */
  static void leave(String id, Journal journal, Network network) throws CommandFailedException {
    try {
      network.ensureAbsent(id);
    } catch (NetworkException e) {
      throw CommandFailedException.of(e);
    }
    journal.updateIfPresent(id, entry -> entry.departed(entry.since()));
  }

  @Override
  public JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now) {
    return entry;
  }
}
