package cloud.jarrah.platform.testing;

import cloud.jarrah.platform.transactions.Transactions;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * Transactions of a single database, bound to the thread. Stricter than the server: the entity
 * manager refuses to work outside a transaction, and after-commit actions run in the committing
 * thread, at once, and may throw.
 */
public final class LocalTransactions implements Transactions {
  private final EntityManagerFactory factory;
  private final ThreadLocal<Deque<Scope>> scopes = ThreadLocal.withInitial(ArrayDeque::new);

  private record Scope(EntityManager entities, List<Runnable> afterCommit) {}

  public LocalTransactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  /** Always that of the current transaction of the current thread. */
  public EntityManager entityManager() {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          try {
            return method.invoke(current().entities(), arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        };
    return (EntityManager)
        Proxy.newProxyInstance(
            LocalTransactions.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            handler);
  }

  @Override
  public <T> T required(Supplier<T> work) {
    return scopes.get().isEmpty() ? requiresNew(work) : work.get();
  }

  @Override
  public <T> T requiresNew(Supplier<T> work) {
    EntityManager entities = factory.createEntityManager();
    Scope scope = new Scope(entities, new ArrayList<>());
    T result;
    scopes.get().push(scope);
    try {
      result = run(entities.getTransaction(), work);
    } finally {
      scopes.get().pop();
      entities.close();
    }
    scope.afterCommit().forEach(Runnable::run);
    return result;
  }

  /** For tests: work without a result, in a transaction of its own. */
  public void run(Runnable work) {
    requiresNew(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  @Override
  public void afterCommit(Runnable action) {
    current().afterCommit().add(action);
  }

  private static <T> T run(EntityTransaction transaction, Supplier<T> work) {
    transaction.begin();
    try {
      T result = work.get();
      transaction.commit();
      return result;
    } finally {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    }
  }

  private Scope current() {
    Scope scope = scopes.get().peek();
    if (scope == null) {
      throw new IllegalStateException("the database is used outside a transaction");
    }
    return scope;
  }
}
