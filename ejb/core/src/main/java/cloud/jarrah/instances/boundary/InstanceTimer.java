package cloud.jarrah.instances.boundary;

import cloud.jarrah.instances.control.InstanceWakeup;
import cloud.jarrah.instances.control.Reconciler;
import cloud.jarrah.instances.control.StrandedInstances;
import cloud.jarrah.instances.control.Strangers;
import cloud.jarrah.platform.background.Coalescing;
import cloud.jarrah.platform.nodes.CommandOutbox;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/**
 * Drives instances and commands: at once when signalled after a commit, and every second in any
 * case. Runs on every server; locked rows keep the servers out of each other's way.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InstanceTimer {
  @Inject Reconciler reconciler;
  @Inject StrandedInstances stranded;
  @Inject CommandOutbox outbox;
  @Inject Strangers strangers;
  @Inject BackgroundSignal signal;
  @Resource ManagedExecutorService executor;

  @PostConstruct
  void start() {
    signal.connect(
        new Coalescing(
            "reconciling instances",
            executor,
            () -> reconciler.reconcileDue() + outbox.publishDue() > 0));
  }

  /** The safety net below every signal. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    signal.workIsDue();
  }

  /** What failed hosts have left behind is started elsewhere if it can be. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void wakeStranded() {
    stranded.wake();
  }

  /** Ended commands are of use to an administrator for a while; they hold what users gave. */
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void forgetEndedCommands() {
    outbox.purgeEnded();
    strangers.forget();
  }

  /** Hands signals to the work once it has started; signals before that are not needed. */
  @jakarta.inject.Singleton
  public static class BackgroundSignal implements InstanceWakeup.Signal {
    private volatile Runnable target = () -> {};

    void connect(Coalescing work) {
      target = work::signal;
    }

    @Override
    public void workIsDue() {
      target.run();
    }
  }
}
