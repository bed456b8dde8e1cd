package cloud.jarrah.platform.testing;

import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.Caller;

/** Runs handlers as the dispatcher does, without what is around them. */
public final class Actions {
  private Actions() {}

  public static <Q, R> R run(TestDatabase db, Action<Q, R> action, Q request, Caller caller) {
    return db.transactions().requiresNew(() -> action.prepare(request, caller).apply().get());
  }
}
