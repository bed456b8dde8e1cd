package cloud.jarrah.accounts.control;

import cloud.jarrah.accounts.entity.AccountRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Puts those in order who decide by what an account uses. */
@Singleton
public class AccountLock {
  private final AccountRepository accounts;

  @Inject
  public AccountLock(AccountRepository accounts) {
    this.accounts = accounts;
  }

  /** Makes others who lock the same account wait until this transaction ends. */
  public void lock(String accountId) {
    accounts.lock(accountId);
  }
}
