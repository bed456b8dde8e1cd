package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.control.InstanceCommands.Context;
import cloud.jarrah.instances.control.MigrationPlanner.Side;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.Migration.Answer;
import cloud.jarrah.instances.entity.Migration.Stage;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.instances.entity.ObservedPower;
import cloud.jarrah.instances.entity.Residence;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Carries out the steps of moves; the reconciler holds the instance locked. */
@Singleton
public class Mover {
  private static final Logger LOG = Logger.getLogger(Mover.class);
  private static final Duration REPEATED_FOR = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final MigrationRepository migrations;

  /** Pure: there is nothing to exchange. */
  private final MigrationPlanner planner = new MigrationPlanner();

  private final InstanceCommands commands;
  private final CommandOutbox outbox;
  private final Placement placement;
  private final HostStatus hosts;

  @Inject
  public Mover(
      MigrationRepository migrations,
      InstanceCommands commands,
      CommandOutbox outbox,
      Placement placement,
      HostStatus hosts) {
    this.migrations = migrations;
    this.commands = commands;
    this.outbox = outbox;
    this.placement = placement;
    this.hosts = hosts;
  }

  Map<String, List<Migration>> underWay(List<Instance> instances) {
    return migrations.underWay(instances.stream().map(Instance::id).toList()).stream()
        .collect(Collectors.groupingBy(Migration::instanceId));
  }

  /** Hosts that have yet to remove what they had of the instance. */
  static Set<String> toBeCleared(List<Migration> moves) {
    return moves.stream()
        .filter(move -> move.stage() == Stage.CLEARING)
        .map(Migration::toldHost)
        .collect(Collectors.toSet());
  }

  /** The instance's row goes, and with it what its moves still hold. */
  void forget(Instance instance) {
    migrations
        .underWay(List.of(instance.id()))
        .forEach(migration -> placement.release(migration.id()));
    migrations.forget(instance.id());
  }

  /** One step of the instance's move; false: it is not undecided where it is. */
  boolean move(Instance instance, List<Migration> moves, Context context, Instant now) {
    Optional<Migration> open =
        moves.stream().filter(each -> each.stage() != Stage.CLEARING).findFirst();
    if (open.isEmpty()) {
      return false;
    }
    MigrationStep step = planner.next(situation(instance, open.get(), now));
    LOG.debugf("%s of %s (%s): %s", open.get().id(), instance.id(), open.get().stage(), step);
    apply(step, instance, open.get(), context, now);
    return true;
  }

  private MigrationPlanner.Situation situation(
      Instance instance, Migration migration, Instant now) {
    boolean current = migration.arrival().generation() >= placeGeneration(migration);
    return new MigrationPlanner.Situation(
        migration.stage(),
        migration.answer(),
        instance.wish().desired() == Desired.RUNNING && !instance.rebootDue(),
        !now.isBefore(migration.deadlineAt()),
        instance.observed().power(),
        current ? migration.arrival().power() : ObservedPower.UNKNOWN,
        current
            && migration.berth() != null
            && migration.arrival().power() == ObservedPower.ARRIVING,
        side(migration.sourceHost(), now),
        side(migration.targetHost(), now));
  }

  private Side side(String hostId, Instant now) {
    return new Side(hosts.reachability(hostId, now), hosts.fenced(hostId));
  }

  /** What the target says is about this move only once it has begun with it. */
  private static long placeGeneration(Migration migration) {
    return migration.stage() == Stage.PREPARING || migration.stage() == Stage.REVOKING
        ? Math.max(1, migration.toldGeneration())
        : 1;
  }

  private void apply(
      MigrationStep step, Instance instance, Migration migration, Context context, Instant now) {
    switch (step) {
      case GO_ON -> goOn(instance, migration, context, now);
      case DEPART -> tell(Stage.MOVING, instance, migration, context, now);
      case ACCEPT -> tell(Stage.ACCEPTING, instance, migration, context, now);
      case STOP -> tell(Stage.STOPPING, instance, migration, context, now);
      case REVOKE -> tell(Stage.REVOKING, instance, migration, context, now);
      case RETURN -> tell(Stage.RETURNING, instance, migration, context, now);
      case ABANDON -> {
        commands.withdraw(context);
        decided(false, migration.targetHost(), instance, migration, now);
      }
      case ARRIVE -> arrive(instance, migration, context, now);
      case FAIL -> fail(instance, migration, now);
    }
  }

  private void arrive(Instance instance, Migration migration, Context context, Instant now) {
    commands.withdraw(context);
    placement.exchange(instance.id(), migration.id());
    Residence where =
        instance
            .residence()
            .at(
                migration.targetHost(),
                "moved here from " + hosts.name(migration.sourceHost()),
                hosts.storageId(migration.targetHost()));
    instance.moved(where, migration.arrival(), now);
    decided(true, migration.sourceHost(), instance, migration, now);
  }

  private void fail(Instance instance, Migration migration, Instant now) {
    if (migration.arrival().power() != ObservedPower.ABSENT) {
      // The target is off and could not say that it has nothing; it says so when it is back.
      decided(false, migration.targetHost(), instance, migration, now);
      return;
    }
    placement.release(migration.id());
    migration.end(now);
    // What is told next must be newer than what the move was told.
    long unused = instance.wish().nextNumber();
    instance.lookAgainAt(now);
  }

  private void decided(
      boolean arrived, String clearing, Instance instance, Migration migration, Instant now) {
    migration.decided(arrived, clearing, instance.wish().nextNumber());
    LOG.infof(
        "%s %s %s",
        instance.id(), arrived ? "has moved to" : "was not moved to", migration.targetHost());
    instance.lookAgainAt(now);
  }

  private void tell(
      Stage stage, Instance instance, Migration migration, Context context, Instant now) {
    migration.told(stage, instance.wish().nextNumber());
    write(instance, migration, context, now);
  }

  private void goOn(Instance instance, Migration migration, Context context, Instant now) {
    if (migration.toldGeneration() == 0) {
      migration.told(migration.stage(), instance.wish().nextNumber());
    }
    if (migration.answer() == Answer.NONE && !isOpen(migration, context)) {
      write(instance, migration, context, now);
    }
    instance.lookAgainAt(now.plus(LOOK_AGAIN));
  }

  private static boolean isOpen(Migration migration, Context context) {
    OutgoingCommand open = context.open();
    return open != null && open.open() && open.generation() == migration.toldGeneration();
  }

  private void write(Instance instance, Migration migration, Context context, Instant now) {
    outbox.write(
        new CommandOutbox.Order(
            migration.toldHost(),
            instance.id(),
            migration.toldGeneration(),
            now.plus(REPEATED_FOR),
            migration.requestId(),
            command(instance, migration, context)));
    instance.lookAgainAt(now.plus(LOOK_AGAIN));
  }

  private NodeCommand command(Instance instance, Migration migration, Context context) {
    String id = instance.id();
    return switch (migration.stage()) {
      case PREPARING ->
          new NodeCommand.PrepareArrival(
              commands.specification(instance, context),
              migration.sourceHost(),
              instance.observed().bootGeneration());
      case MOVING -> new NodeCommand.Depart(id, berth(migration));
      case ACCEPTING -> new NodeCommand.AcceptArrival(id);
      case STOPPING -> new NodeCommand.CancelDeparture(id, false);
      case REVOKING -> new NodeCommand.CancelArrival(id);
      case RETURNING -> new NodeCommand.CancelDeparture(id, true);
      case CLEARING, ENDED -> new NodeCommand.EnsureAbsent(id);
    };
  }

  private static Berth berth(Migration migration) {
    try {
      return NodeWire.decode(String.valueOf(migration.berth()), Berth.class);
    } catch (MalformedMessageException e) {
      throw new IllegalStateException("the place of " + migration.id() + " cannot be read", e);
    }
  }

  /**
   * What is left at the other host goes whenever the instance itself has no command under way:
   * there is one at a time.
   */
  void clear(Instance instance, List<Migration> moves, Context context, Instant now) {
    for (Migration migration : moves) {
      if (migration.stage() != Stage.CLEARING) {
        continue;
      }
      // One that could not be woken has been told nothing since the room was taken there.
      boolean lost =
          hosts.reachability(migration.toldHost(), now) == Reachability.REMOVED
              || hosts.unwakeable(migration.toldHost());
      if (migration.answer() == Answer.DONE || lost) {
        placement.release(migration.id());
        migration.end(now);
      } else {
        if (outbox.openFor(List.of(instance.id())).isEmpty()) {
          write(instance, migration, context, now);
        }
        instance.lookAgainAt(now.plus(LOOK_AGAIN));
        return;
      }
    }
  }
}
