package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.ObservedPower;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.Runs;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides the next step of an instance from what should be and what was seen. Pure: launch, retry,
 * recovery and clean-up all walk through here.
 */
@Singleton
public class InstancePlanner {
  /**
   * Inventories in a row that must lack an instance, and for how long, before it counts as lost.
   */
  static final int MISSING_REPORTS = 2;

  static final Duration MISSING_GRACE = Duration.ofSeconds(30);

  /** How long a terminated instance stays visible. */
  public static final Duration TERMINATED_SHOWN = Duration.ofMinutes(60);

  private static final Duration SEEN_AGAIN_WITHIN = Duration.ofSeconds(15);

  /** A host's own disks end with what it knows; a shared storage may just not be there now. */
  private static final Step DISK_LOST =
      new Step.GiveUp(
          Reason.of("Server.InternalError", "The host has lost the instance and its disk"));

  public Step next(InstanceSnapshot instance) {
    Step step = plan(instance);
    return instance.seenElsewhere() && mayStart(step, instance)
        ? new Step.Rest(instance.now().plus(SEEN_AGAIN_WITHIN))
        : step;
  }

  /** Two that run on one disk destroy it: a restored database may not know where it went. */
  private static boolean mayStart(Step step, InstanceSnapshot instance) {
    return instance.desired() == Desired.RUNNING
        && (step instanceof Step.Tell
            || step instanceof Step.Restart
            || step instanceof Step.Insist
            || step instanceof Step.Relocate
            || step instanceof Step.ConcludeGone);
  }

  private static Step plan(InstanceSnapshot instance) {
    if (instance.terminatedAt() != null) {
      return afterTermination(instance, instance.terminatedAt());
    }
    if (relocates(instance)) {
      return new Step.Relocate();
    }
    if (lost(instance)) {
      return new Step.ConcludeGone();
    }
    return switch (instance.desired()) {
      case RUNNING -> towardsRunning(instance);
      case STOPPED -> towardsStopped(instance);
      case TERMINATED -> towardsTerminated(instance);
    };
  }

  /** What is off, or on its way there, has no hurry to be elsewhere. */
  private static boolean relocates(InstanceSnapshot instance) {
    return instance.recoverable()
        && instance.desired() == Desired.RUNNING
        && (instance.state() == InstanceState.RUNNING || instance.state() == InstanceState.PENDING);
  }

  /** Missing is not off: it takes two inventories and a grace, of something once confirmed. */
  private static boolean lost(InstanceSnapshot instance) {
    boolean confirmed =
        instance.power() == ObservedPower.RUNNING
            || instance.power() == ObservedPower.PREPARING
            || instance.power().off();
    // What is to be removed waits for its host's word, which keeps late commands out. What is off
    // on a storage that its host has lost is off nevertheless.
    return confirmed
        && instance.desired() != Desired.TERMINATED
        && !(instance.diskShared()
            && (instance.state() == InstanceState.STOPPED || instance.desired() == Desired.STOPPED))
        && missing(instance);
  }

  private static boolean missing(InstanceSnapshot instance) {
    return instance.missingSince() != null
        && instance.missingReports() >= MISSING_REPORTS
        && !instance.now().isBefore(instance.missingSince().plus(MISSING_GRACE));
  }

  private static Step towardsRunning(InstanceSnapshot instance) {
    if (instance.state() == InstanceState.SHUTTING_DOWN) {
      return new Step.EndWithGuest();
    }
    if (instance.state() == InstanceState.RUNNING && instance.rebootDue()) {
      return overdue(instance) ? delayed(instance, "reboot") : tellOrRest(instance);
    }
    if (instance.state() == InstanceState.RUNNING || instance.state() == InstanceState.STOPPED) {
      return instance.settled() ? new Step.Rest(watchMissing(instance)) : new Step.Settle();
    }
    Step trouble = instance.upToDate() ? trouble(instance) : null;
    if (trouble != null) {
      return trouble;
    }
    if (overdue(instance) && hindered(instance)) {
      return delayed(instance, "start");
    }
    if (overdue(instance)) {
      return failed(
          instance,
          "Server.LaunchTimeout",
          instance.host() == Reachability.UP
              ? "The launch took too long" + because(instance.detail())
              : "The host could not be reached in time");
    }
    return tellOrRest(instance);
  }

  /** What ran before waits while its host says what is missing: a storage, that can be mended. */
  private static boolean hindered(InstanceSnapshot instance) {
    return instance.everRan()
        && instance.upToDate()
        && instance.host() == Reachability.UP
        && instance.power() == ObservedPower.PREPARING
        && instance.detail() != null;
  }

  /** What its host says against it; null: it may still get there. */
  private static @Nullable Step trouble(InstanceSnapshot instance) {
    switch (instance.power()) {
      case FAILED -> {
        return failed(instance, "Server.InternalError", instance.detail());
      }
      case ABSENT -> {
        return instance.diskShared() ? new Step.Insist() : DISK_LOST;
      }
      // Off although it should run: its host was started anew, or somebody switched it off there.
      case CRASHED, OFF -> {
        return instance.restarts() < Runs.MAX_RESTARTS
            ? new Step.Restart()
            : new Step.FallBackToStopped(
                Reason.of(
                    "Server.InstanceCrashed",
                    "The virtual machine died "
                        + (Runs.MAX_RESTARTS + 1)
                        + " times and is not started again by itself"));
      }
      default -> {
        return null;
      }
    }
  }

  private static Step failed(InstanceSnapshot instance, String code, @Nullable String why) {
    Reason reason = Reason.of(code, why == null ? "Internal error on launch" : why);
    return instance.everRan() ? new Step.FallBackToStopped(reason) : new Step.GiveUp(reason);
  }

  private static Step towardsStopped(InstanceSnapshot instance) {
    if (instance.state() == InstanceState.STOPPED) {
      return instance.settled() ? new Step.Rest(watchMissing(instance)) : new Step.Settle();
    }
    boolean gone = instance.upToDate() && instance.power() == ObservedPower.ABSENT;
    if (instance.diskShared() && (gone || missing(instance))) {
      // Its host was set up anew, or never began with it. The disk lies elsewhere.
      return new Step.ConcludeOff();
    }
    if (gone) {
      return DISK_LOST;
    }
    return overdue(instance) ? delayed(instance, "stop") : tellOrRest(instance);
  }

  private static Step towardsTerminated(InstanceSnapshot instance) {
    if (instance.state() == InstanceState.TERMINATED) {
      return new Step.Settle();
    }
    return overdue(instance) ? delayed(instance, "removal") : tellOrRest(instance);
  }

  /** A wish that only the host can fulfil stands however long it takes; its owner is told why. */
  private static Step delayed(InstanceSnapshot instance, String what) {
    String why =
        instance.host() == Reachability.UP
            ? "The "
                + what
                + " takes longer than expected and is tried again"
                + because(instance.detail())
            : "The " + what + " waits for the host, which cannot be reached";
    return new Step.ExplainDelay(
        Reason.of(
            instance.host() == Reachability.UP ? Reason.DELAYED : Reason.HOST_UNREACHABLE, why));
  }

  private static Step afterTermination(InstanceSnapshot instance, Instant terminatedAt) {
    if (instance.power() != ObservedPower.ABSENT) {
      if (instance.host() == Reachability.REMOVED) {
        // A last word of a host that is gone for good: nobody is left to be told.
        return new Step.ConcludeGone();
      }
      // Its host shows it again: what it held was given back, so it must go at once.
      return instance.commandOpen() ? new Step.Rest(retry(instance)) : new Step.Insist();
    }
    if (!instance.settled()) {
      return new Step.Settle();
    }
    Instant purgeAt = terminatedAt.plus(TERMINATED_SHOWN);
    return instance.now().isBefore(purgeAt) ? new Step.Rest(purgeAt) : new Step.Purge();
  }

  private static Step tellOrRest(InstanceSnapshot instance) {
    return instance.commandOpen() ? new Step.Rest(retry(instance)) : new Step.Tell();
  }

  /** An open command is repeated by the outbox; look again when the time limit passes. */
  private static Instant retry(InstanceSnapshot instance) {
    Instant limit = instance.deadline();
    return limit == null || !limit.isAfter(instance.now()) ? instance.now().plusSeconds(30) : limit;
  }

  /** When the grace of a missing instance ends; once it has, only another report can tell more. */
  private static @Nullable Instant watchMissing(InstanceSnapshot instance) {
    if (instance.missingSince() == null) {
      return null;
    }
    Instant end = instance.missingSince().plus(MISSING_GRACE);
    return end.isAfter(instance.now()) ? end : null;
  }

  private static boolean overdue(InstanceSnapshot instance) {
    return instance.deadline() != null && !instance.now().isBefore(instance.deadline());
  }

  private static String because(@Nullable String detail) {
    return detail == null ? "" : ": " + detail;
  }
}
