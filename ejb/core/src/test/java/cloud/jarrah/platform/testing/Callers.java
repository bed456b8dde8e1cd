package cloud.jarrah.platform.testing;

import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Identity;

/** Callers for tests. */
public final class Callers {
  public static final Caller ALICE = user("111111111111");
  public static final Caller BOB = user("222222222222");
  public static final Caller ADMINISTRATOR = caller("999999999999", true);

  private Callers() {}

  public static Caller user(String accountId) {
    return caller(accountId, false);
  }

  private static Caller caller(String accountId, boolean administrator) {
    return new Caller(
        new Identity(accountId, accountId, "root", administrator),
        "AKIATEST",
        "request-" + accountId,
        "127.0.0.1",
        Caller.Protocol.QUERY);
  }
}
