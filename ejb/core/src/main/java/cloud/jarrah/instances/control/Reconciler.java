package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.control.InstanceCommands.Context;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.ObservedPower;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.Residence;
import cloud.jarrah.instances.entity.Wish;
import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.metrics.Stopwatch;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one step of each instance that is due. Takes no input: it may be called at any time,
 * by anybody, on every server.
 */
@Singleton
public class Reconciler {
  private static final Logger LOG = Logger.getLogger(Reconciler.class);
  private static final int BATCH = 50;
  private static final Duration PUT_OFF = Duration.ofSeconds(30);
  private static final Duration ROOM_LOOKED_FOR_AGAIN_AFTER = Duration.ofSeconds(15);
  private static final Comparator<Instance> BY_HOST = Comparator.comparing(Instance::hostId);

  private final InstanceRepository instances;

  /** Pure: there is nothing to exchange. */
  private final InstancePlanner planner = new InstancePlanner();

  private final Mover mover;
  private final InstanceCommands commands;
  private final Holdings holdings;
  private final HostStatus hosts;
  private final Transactions transactions;
  private final Metrics metrics;

  @Inject
  public Reconciler(
      InstanceRepository instances,
      Mover mover,
      InstanceCommands commands,
      Holdings holdings,
      HostStatus hosts,
      Transactions transactions,
      Metrics metrics) {
    this.instances = instances;
    this.mover = mover;
    this.commands = commands;
    this.holdings = holdings;
    this.hosts = hosts;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  /** Applies one step to each of up to 50 due instances; tells how many there were. */
  public int reconcileDue() {
    Stopwatch watch = new Stopwatch();
    try {
      int steps = reconcileTogether();
      if (steps > 0) {
        metrics.time(Metric.RECONCILER_BATCH, watch.elapsed(), "together");
      }
      return steps;
    } catch (RuntimeException e) {
      LOG.warnf(e, "a batch of instances could not be reconciled; taking them one by one");
      int steps = reconcileOneByOne();
      metrics.time(Metric.RECONCILER_BATCH, watch.elapsed(), "one-by-one");
      return steps;
    }
  }

  private int reconcileTogether() {
    List<String> apart = new ArrayList<>();
    int steps =
        transactions.requiresNew(
            () -> {
              Instant now = hosts.now();
              List<Instance> due = instances.claimDue(now, BATCH);
              // Steps lock hosts: all who lock several do so in order of id.
              List<Instance> inOrder = due.stream().sorted(BY_HOST).toList();
              stepAll(inOrder, now, instance -> apart.add(instance.id()));
              return due.size();
            });
    oneByOne(apart);
    return steps;
  }

  private int reconcileOneByOne() {
    List<String> due = transactions.requiresNew(() -> instances.dueIds(hosts.now(), BATCH));
    oneByOne(due);
    return due.size();
  }

  /** One bad row must not hold up the others: it is put off, the others go on. */
  private void oneByOne(List<String> due) {
    Retrying retrying = new Retrying(transactions);
    for (String id : due) {
      try {
        retrying.requiresNew(
            () -> {
              instances
                  .lockForReport(id)
                  .ifPresent(instance -> stepAll(List.of(instance), hosts.now(), null));
              return id;
            });
      } catch (RuntimeException e) {
        LOG.errorf(e, "%s could not be reconciled and is put off", id);
        transactions.requiresNew(
            () -> {
              instances.putOff(id, hosts.now().plus(PUT_OFF));
              return id;
            });
      }
    }
  }

  /**
   * @param apart takes those whose step may lock other hosts than their own, which no order of the
   *     batch allows for; null: they are taken here, since there is but one
   */
  private void stepAll(List<Instance> due, Instant now, @Nullable Consumer<Instance> apart) {
    Map<String, Context> contexts = commands.contexts(due);
    Map<String, List<Migration>> migrations = mover.underWay(due);
    for (Instance instance : due) {
      Context context = Objects.requireNonNull(contexts.get(instance.id()));
      List<Migration> moves = migrations.getOrDefault(instance.id(), List.of());
      if (apart != null && (!moves.isEmpty() || relocates(instance, context, now))) {
        apart.accept(instance);
      } else if (!mover.move(instance, moves, context, now)) {
        alone(instance, moves, context, now);
      }
    }
  }

  private boolean relocates(Instance instance, Context context, Instant now) {
    return planner.next(snapshot(instance, context.open(), now)) instanceof Step.Relocate;
  }

  /** It is known on which host it is; other hosts may have something of it yet. */
  private void alone(Instance instance, List<Migration> moves, Context context, Instant now) {
    Step step = planner.next(snapshot(instance, context.open(), now));
    LOG.debugf("%s (%s): %s", instance.id(), instance.state(), step);
    metrics.count(Metric.RECONCILER_STEPS, 1, step.getClass().getSimpleName());
    long before = instance.wish().generation();
    if (step instanceof Step.Relocate) {
      relocate(instance, moves, context, now);
    } else {
      apply(step, instance, context, now);
    }
    // A new wish goes first: there is one command at a time.
    if (!(step instanceof Step.Purge) && instance.wish().generation() == before) {
      mover.clear(instance, moves, context, now);
    }
  }

  private InstanceSnapshot snapshot(
      Instance instance, @Nullable OutgoingCommand command, Instant now) {
    Wish wish = instance.wish();
    boolean open = command != null && command.generation() == wish.generation();
    return new InstanceSnapshot(
        wish.desired(),
        wish.wanted(),
        instance.state(),
        instance.observed().power(),
        instance.observed().generation(),
        instance.settled(),
        instance.runs().everRan(),
        instance.runs().restartsInARow(now),
        wish.deadlineAt(),
        instance.terminatedAt(),
        instance.observed().missingSince(),
        instance.observed().missingReports(),
        open,
        instance.rebootDue(),
        hosts.reachability(instance.hostId(), now),
        instance.observed().detail(),
        recoverable(instance) || unwoken(instance, now),
        instance.residence().storageId() != null,
        holdings.mayRunElsewhere(instance),
        now);
  }

  /**
   * Its host could not be woken, so that it never came there: it may still find another in time.
   */
  private boolean unwoken(Instance instance, Instant now) {
    Instant limit = instance.wish().deadlineAt();
    return limit != null
        && now.isBefore(limit)
        && instance.residence().group() == null
        && hosts.unwakeable(instance.hostId());
  }

  /** What was seen there since waits: the host is back, and about to be let in again. */
  private boolean recoverable(Instance instance) {
    return Holdings.mayMoveElsewhere(instance)
        && hosts
            .fencedUnder(instance.hostId())
            .filter(epoch -> !instance.observed().mayRunUnder(epoch))
            .isPresent();
  }

  private void apply(Step step, Instance instance, Context context, Instant now) {
    if (step instanceof Step.Rest rest) {
      instance.lookAgainAt(rest.until());
    } else if (step instanceof Step.Tell) {
      instance.limit(now.plus(commands.limits().of(instance.wish().desired())));
      commands.tell(instance, context, now);
      instance.lookAgainAt(instance.wish().deadlineAt());
    } else if (step instanceof Step.Settle) {
      commands.withdraw(context);
      settle(instance, now);
    } else if (step instanceof Step.Restart) {
      instance.restartAfterCrash(cause(instance, now, commands.limits().launch()));
    } else if (step instanceof Step.Insist) {
      instance.wantAgain(cause(instance, now, commands.limits().of(instance.wish().desired())));
      commands.tell(instance, context, now);
    } else if (step instanceof Step.ConcludeGone) {
      instance.conclude(ObservedPower.ABSENT, now);
    } else if (step instanceof Step.ConcludeOff) {
      instance.conclude(ObservedPower.OFF, now);
    } else if (step instanceof Step.GiveUp giveUp) {
      instance.terminate(giveUp.reason(), cause(instance, now, commands.limits().removal()));
    } else if (step instanceof Step.EndWithGuest) {
      instance.terminate(Reason.GUESTS_SHUTDOWN, cause(instance, now, commands.limits().removal()));
    } else if (step instanceof Step.FallBackToStopped fall) {
      instance.stop(0, fall.reason(), cause(instance, now, commands.limits().stop()));
    } else if (step instanceof Step.ExplainDelay delay) {
      // The open command ends with the old time limit: withdrawn, the next step writes a new one.
      commands.withdraw(context);
      instance.explainDelay(delay.reason(), now, commands.limits().of(instance.wish().desired()));
    } else if (step instanceof Step.Purge) {
      mover.forget(instance);
      instances.purge(instance);
      holdings.forget(instance, now);
    }
  }

  private static Wish.Cause cause(Instance instance, Instant now, Duration limit) {
    return new Wish.Cause(instance.wish().requestId(), now, limit);
  }

  private void relocate(Instance instance, List<Migration> moves, Context context, Instant now) {
    Residence before = instance.residence();
    Optional<Residence> after = holdings.moveElsewhere(instance, Mover.toBeCleared(moves));
    if (after.isEmpty()) {
      instance.lookAgainAt(now.plus(ROOM_LOOKED_FOR_AGAIN_AFTER));
      return;
    }
    commands.withdraw(context);
    instance.relocated(after.get(), cause(instance, now, commands.limits().launch()));
    LOG.warnf(
        "JARRAH000511 %s moves from failed host %s to %s",
        instance.id(), before.hostId(), after.get().hostId());
  }

  private void settle(Instance instance, Instant now) {
    if (instance.wish().desired() == Desired.TERMINATED) {
      holdings.releaseAll(instance);
      instance.settle(now, now.plus(InstancePlanner.TERMINATED_SHOWN));
    } else {
      if (instance.state() == InstanceState.STOPPED) {
        holdings.keepDiskOnly(instance);
      }
      instance.settle(now, null);
    }
  }
}
