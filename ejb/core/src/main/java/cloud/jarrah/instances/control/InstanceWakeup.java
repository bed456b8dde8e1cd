package cloud.jarrah.instances.control;

import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Makes the reconciler and the outbox look at once instead of at their next tick. Only ever a hint:
 * if it is lost, the timer finds the same work a second later.
 */
@Singleton
public class InstanceWakeup {
  private final Transactions transactions;
  private final Signal signal;

  /** What runs the reconciler in the background. */
  public interface Signal {
    /** Returns at once. */
    void workIsDue();
  }

  @Inject
  public InstanceWakeup(Transactions transactions, Signal signal) {
    this.transactions = transactions;
    this.signal = signal;
  }

  public void afterCommit() {
    transactions.afterCommit(signal::workIsDue);
  }
}
