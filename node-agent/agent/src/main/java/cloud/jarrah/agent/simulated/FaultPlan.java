package cloud.jarrah.agent.simulated;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults of one host that are still to happen. */
final class FaultPlan {
  private static final Set<Fault.Action> IN_THE_WORK =
      EnumSet.of(Fault.Action.FAIL, Fault.Action.CRASH_DURING);

  private final List<Pending> pending = new ArrayList<>();
  private boolean heartbeatsPaused;

  private static final class Pending {
    final Fault fault;
    int left;

    Pending(Fault fault) {
      this.fault = fault;
      this.left = fault.times();
    }
  }

  synchronized void add(Fault fault) {
    pending.add(new Pending(fault));
  }

  synchronized void clear() {
    pending.clear();
    heartbeatsPaused = false;
  }

  synchronized void pauseHeartbeats(boolean paused) {
    heartbeatsPaused = paused;
  }

  synchronized boolean heartbeatsPaused() {
    return heartbeatsPaused;
  }

  /** Uses up and gives the first fault of these actions for this kind of command. */
  private synchronized @Nullable Fault take(String kind, Set<Fault.Action> actions) {
    for (Iterator<Pending> each = pending.iterator(); each.hasNext(); ) {
      Pending next = each.next();
      if (next.fault.fits(kind) && actions.contains(next.fault.action())) {
        if (next.fault.times() > 0 && --next.left == 0) {
          each.remove();
        }
        return next.fault;
      }
    }
    return null;
  }

  /** Faults on the way to the engine. */
  @Nullable Fault takeForDelivery(String kind) {
    return take(kind, EnumSet.complementOf(EnumSet.copyOf(IN_THE_WORK)));
  }

  /** Faults that the machine meets once the engine has begun. */
  @Nullable Fault takeForWork(String kind) {
    return take(kind, IN_THE_WORK);
  }
}
