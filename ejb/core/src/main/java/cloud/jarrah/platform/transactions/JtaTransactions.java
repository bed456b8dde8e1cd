package cloud.jarrah.platform.transactions;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Singleton;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Transactions of the application server. */
@Singleton
public class JtaTransactions implements Transactions {
  private static final Logger LOG = Logger.getLogger(JtaTransactions.class);

  @Resource(lookup = "java:jboss/TransactionManager")
  TransactionManager transactions;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService executor;

  @Override
  public <T> T required(Supplier<T> work) {
    try {
      if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
        return work.get();
      }
      return inNew(work);
    } catch (SystemException e) {
      throw failed(e);
    }
  }

  @Override
  public <T> T requiresNew(Supplier<T> work) {
    try {
      Transaction outer = transactions.suspend();
      try {
        return inNew(work);
      } finally {
        resume(outer);
      }
    } catch (SystemException e) {
      throw failed(e);
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    try {
      Transaction current = transactions.getTransaction();
      if (current == null) {
        throw new IllegalStateException("there is no transaction to wait for");
      }
      current.registerSynchronization(new AfterCommit(action, executor));
    } catch (SystemException | RollbackException e) {
      throw failed(e);
    }
  }

  private <T> T inNew(Supplier<T> work) throws SystemException {
    begin();
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      rollback(e);
      throw e;
    }
    commit();
    return result;
  }

  private void begin() throws SystemException {
    try {
      transactions.begin();
    } catch (NotSupportedException e) {
      throw failed(e);
    }
  }

  private void commit() throws SystemException {
    try {
      transactions.commit();
    } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
      throw failed(e);
    }
  }

  /** What went wrong first is what the caller has to know. */
  private void rollback(Throwable cause) {
    try {
      transactions.rollback();
    } catch (SystemException | IllegalStateException e) {
      cause.addSuppressed(e);
    }
  }

  private void resume(@Nullable Transaction outer) throws SystemException {
    if (outer == null) {
      return;
    }
    try {
      transactions.resume(outer);
    } catch (jakarta.transaction.InvalidTransactionException e) {
      throw failed(e);
    }
  }

  private static TransactionFailedException failed(Exception cause) {
    return new TransactionFailedException(cause);
  }

  /** Runs an action in another thread: the committing thread still belongs to the transaction. */
  private record AfterCommit(Runnable action, Executor executor) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status != Status.STATUS_COMMITTED) {
        return;
      }
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        LOG.warnf(
            e,
            "JARRAH000003 too busy to run work after a commit; timers do later what they repeat");
      }
    }

    // Nobody waits for the action: what it throws can only be logged.
    private void run() {
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.warnf(e, "JARRAH000004 work after a commit failed; a timer will repeat it");
      }
    }
  }
}
