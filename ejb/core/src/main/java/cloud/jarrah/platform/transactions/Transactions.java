package cloud.jarrah.platform.transactions;

import java.util.function.Supplier;

/** Begins, joins and ends transactions. */
public interface Transactions {

  /**
   * Runs the work in the current transaction, or in a new one. A new one is committed when the work
   * returns, and rolled back when it throws.
   */
  <T> T required(Supplier<T> work);

  /** Runs the work in a transaction of its own, whatever surrounds it. */
  <T> T requiresNew(Supplier<T> work);

  /** Runs the action once the current transaction has committed; never if it is rolled back. */
  void afterCommit(Runnable action);
}
