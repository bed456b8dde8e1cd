package cloud.jarrah.api.admin;

import java.time.Instant;
import java.util.List;

/** All accounts, by name. */
public record ListAccountsResponse(List<Account> accounts) {
  public ListAccountsResponse {
    accounts = List.copyOf(accounts);
  }

  /**
   * One account.
   *
   * @param administrator whether its users administer the cloud
   */
  public record Account(String accountId, String name, boolean administrator, Instant created) {}
}
