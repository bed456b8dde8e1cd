package cloud.jarrah.platform.actions;

/**
 * One action of an API: the class is named after it and marked {@link ApiAction}.
 *
 * @param <Q> request, a wire type
 * @param <R> response, a wire type
 */
public interface Action<Q, R> {

  /**
   * Validates the request, loads what it names (scoped to the caller's account) and says what would
   * be done. Changes nothing. Runs in the transaction in which {@link Prepared#apply} will run.
   */
  Prepared<R> prepare(Q request, Caller caller);
}
