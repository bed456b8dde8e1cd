package cloud.jarrah.platform.testing;

import cloud.jarrah.accounts.entity.Account;
import cloud.jarrah.accounts.entity.AccountRepository;
import cloud.jarrah.accounts.entity.User;
import cloud.jarrah.platform.actions.Caller;
import java.time.Instant;

/** Puts the accounts of test callers into a database. */
public final class TestAccounts {
  private TestAccounts() {}

  public static void add(TestDatabase db, Caller... callers) {
    AccountRepository accounts = new AccountRepository(db.entityManager());
    for (Caller caller : callers) {
      Account account =
          new Account(
              caller.accountId(),
              "account-" + caller.accountId(),
              caller.identity().administrator(),
              Instant.parse("2026-01-01T00:00:00Z"));
      db.transactions().run(() -> accounts.add(account, User.rootOf(account)));
    }
  }
}
