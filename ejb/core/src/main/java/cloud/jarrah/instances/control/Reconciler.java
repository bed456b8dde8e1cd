package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.instances.control.InstanceCommands.Context;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.instances.entity.Wish;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.platform.metrics.Metric;
import cloud.jarrah.platform.metrics.Metrics;
import cloud.jarrah.platform.metrics.Stopwatch;
import cloud.jarrah.platform.nodes.CommandOutbox;
import cloud.jarrah.platform.nodes.OutgoingCommand;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final Comparator<Instance> BY_HOST = Comparator.comparing(Instance::hostId);

  private final InstanceRepository instances;

  /** Pure: there is nothing to exchange. */
  private final InstancePlanner planner = new InstancePlanner();

  private final InstanceCommands commands;
  private final CommandOutbox outbox;
  private final Holdings holdings;
  private final HostStatus hosts;
  private final Transactions transactions;
  private final Metrics metrics;

  @Inject
  public Reconciler(
      InstanceRepository instances,
      InstanceCommands commands,
      CommandOutbox outbox,
      Holdings holdings,
      HostStatus hosts,
      Transactions transactions,
      Metrics metrics) {
    this.instances = instances;
    this.commands = commands;
    this.outbox = outbox;
    this.holdings = holdings;
    this.hosts = hosts;
    this.transactions = transactions;
    this.metrics = metrics;
  }

  /** What there is of an instance beside its row: room, addresses, tags, a memory of its end. */
  @Singleton
  public static class Holdings {
    private final Placement placement;
    private final AddressBook addresses;
    private final Tags tags;
    private final SightingRepository memory;

    @Inject
    public Holdings(
        Placement placement, AddressBook addresses, Tags tags, SightingRepository memory) {
      this.placement = placement;
      this.addresses = addresses;
      this.tags = tags;
      this.memory = memory;
    }

    void keepDiskOnly(Instance instance) {
      placement.resize(instance.id(), instance.demand().diskOnly());
    }

    void releaseAll(Instance instance) {
      placement.release(instance.id());
      addresses.detachAll(instance.id());
    }

    /** Its row goes: what remains is that it was there. */
    void forget(Instance instance, Instant now) {
      tags.remove(instance.id());
      memory.ended(instance, now);
    }
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
    return transactions.requiresNew(
        () -> {
          Instant now = hosts.now();
          List<Instance> due = instances.claimDue(now, BATCH);
          // Steps lock hosts: all who lock several do so in order of id.
          stepAll(due.stream().sorted(BY_HOST).toList(), now);
          return due.size();
        });
  }

  /** One bad row must not hold up the others: it is put off, the others go on. */
  private int reconcileOneByOne() {
    List<String> due = transactions.requiresNew(() -> instances.dueIds(hosts.now(), BATCH));
    Retrying retrying = new Retrying(transactions);
    for (String id : due) {
      try {
        retrying.requiresNew(
            () -> {
              instances
                  .lockForReport(id)
                  .ifPresent(instance -> stepAll(List.of(instance), hosts.now()));
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
    return due.size();
  }

  private void stepAll(List<Instance> due, Instant now) {
    Map<String, Context> contexts = commands.contexts(due);
    due.forEach(
        instance -> step(instance, Objects.requireNonNull(contexts.get(instance.id())), now));
  }

  private void step(Instance instance, Context context, Instant now) {
    Step step = planner.next(snapshot(instance, context.open(), now));
    LOG.debugf("%s (%s): %s", instance.id(), instance.state(), step);
    metrics.count(Metric.RECONCILER_STEPS, 1, step.getClass().getSimpleName());
    apply(step, instance, context, now);
  }

  private InstanceSnapshot snapshot(
      Instance instance, @Nullable OutgoingCommand command, Instant now) {
    Wish wish = instance.wish();
    boolean open = command != null && command.generation() == wish.generation();
    return new InstanceSnapshot(
        wish.desired(),
        wish.generation(),
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
        now);
  }

  private void apply(Step step, Instance instance, Context context, Instant now) {
    if (step instanceof Step.Rest rest) {
      instance.lookAgainAt(rest.until());
    } else if (step instanceof Step.Tell) {
      instance.limit(now.plus(commands.limits().of(instance.wish().desired())));
      commands.tell(instance, context, now);
      instance.lookAgainAt(instance.wish().deadlineAt());
    } else if (step instanceof Step.Settle) {
      withdraw(context);
      settle(instance, now);
    } else if (step instanceof Step.Restart) {
      instance.restartAfterCrash(cause(instance, now, commands.limits().launch()));
    } else if (step instanceof Step.Insist) {
      instance.wantAgain(cause(instance, now, commands.limits().removal()));
      commands.tell(instance, context, now);
    } else if (step instanceof Step.ConcludeGone) {
      instance.concludeGone(now);
    } else if (step instanceof Step.GiveUp giveUp) {
      instance.terminate(giveUp.reason(), cause(instance, now, commands.limits().removal()));
    } else if (step instanceof Step.EndWithGuest) {
      instance.terminate(Reason.GUESTS_SHUTDOWN, cause(instance, now, commands.limits().removal()));
    } else if (step instanceof Step.FallBackToStopped fall) {
      instance.stop(0, fall.reason(), cause(instance, now, commands.limits().stop()));
    } else if (step instanceof Step.ExplainDelay delay) {
      // The open command ends with the old time limit: withdrawn, the next step writes a new one.
      withdraw(context);
      instance.explainDelay(delay.reason(), now, commands.limits().of(instance.wish().desired()));
    } else if (step instanceof Step.Purge) {
      instances.purge(instance);
      holdings.forget(instance, now);
    }
  }

  private static Wish.Cause cause(Instance instance, Instant now, Duration limit) {
    return new Wish.Cause(instance.wish().requestId(), now, limit);
  }

  private void withdraw(Context context) {
    OutgoingCommand open = context.open();
    if (open != null) {
      outbox.withdraw(open);
    }
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
