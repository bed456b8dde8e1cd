package cloud.jarrah.agent.commands;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.journal.Journal;
import cloud.jarrah.agent.journal.JournalEntry;
import cloud.jarrah.agent.journal.Wish;
import cloud.jarrah.agent.network.Network;
import cloud.jarrah.agent.network.NetworkException;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.InstanceObservation.Power;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.NodeCommand.CancelDeparture;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Ends a move at the host it began. What is paused in it runs on only when the other host is known
 * not to have it.
 */
final class CancelDepartureHandler implements InstanceCommandHandler<CancelDeparture> {
  private final Journal journal;
  private final Network network;
  private final Migrations migrations;

  CancelDepartureHandler(Journal journal, Network network, Migrations migrations) {
    this.journal = journal;
    this.network = network;
    this.migrations = migrations;
  }

  @Override
  public Class<CancelDeparture> type() {
    return CancelDeparture.class;
  }

  @Override
  public String instanceId(CancelDeparture command) {
    return command.instanceId();
  }

  @Override
  public void check(CancelDeparture command, JournalEntry before) throws CommandFailedException {
    if (before.wish() == Wish.ABSENT || before.wish() == Wish.ARRIVING) {
      throw new CommandFailedException(
          "The instance " + command.instanceId() + " is not on this host", false, null);
    }
  }

  @Override
  public boolean isDone(CancelDeparture command, JournalEntry entry) {
    return false;
  }

  @Override
  public JournalEntry begin(
      CancelDeparture command, CommandEnvelope envelope, JournalEntry before, Instant now) {
    return before.begin(before.wish(), null, envelope);
  }

  @Override
  public CompletionStage<Power> apply(CancelDeparture command, Attempt attempt)
      throws CommandFailedException, InterruptedException {
    String id = command.instanceId();
    JournalEntry entry = attempt.entry();
    if (entry.wish() == Wish.STOPPED) {
      return CompletableFuture.completedStage(entry.power());
    }
    boolean departed =
        attempt.interruptibly(() -> migrations.hasDeparted(id, true))
            || entry.wish() == Wish.DEPARTED;
    if (command.returned()) {
      return CompletableFuture.completedStage(takeBack(entry, departed));
    }
    if (departed) {
      DepartHandler.leave(id, journal, network);
      return CompletableFuture.completedStage(Power.DEPARTED);
    }
    return CompletableFuture.completedStage(entry.power());
  }

  private Power takeBack(JournalEntry entry, boolean departed) throws CommandFailedException {
    try {
      InstanceSpec spec = entry.spec();
      if (spec != null) {
        network.ensure(spec);
      }
      boolean runs = migrations.takeBack(entry.instanceId());
      Power power = runs ? Power.RUNNING : departed ? Power.CRASHED : entry.power();
      journal.updateIfPresent(
          entry.instanceId(),
          present -> present.returned(power, present.detail(), present.since()));
      return power;
    } catch (HypervisorException | NetworkException e) {
      throw CommandFailedException.of(e);
    }
  }

  @Override
  public JournalEntry failed(JournalEntry entry, CommandFailedException why, Instant now) {
    return entry;
  }
}
