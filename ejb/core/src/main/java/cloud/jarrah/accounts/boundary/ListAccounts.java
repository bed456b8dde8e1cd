package cloud.jarrah.accounts.boundary;

import cloud.jarrah.accounts.entity.AccountRepository;
import cloud.jarrah.api.admin.ListAccountsRequest;
import cloud.jarrah.api.admin.ListAccountsResponse;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** All accounts, by name. */
@Singleton
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
public class ListAccounts implements Action<ListAccountsRequest, ListAccountsResponse> {
  private final AccountRepository accounts;

  @Inject
  public ListAccounts(AccountRepository accounts) {
    this.accounts = accounts;
  }

  @Override
  public Prepared<ListAccountsResponse> prepare(ListAccountsRequest request, Caller caller) {
    return Prepared.of(
        () ->
            new ListAccountsResponse(
                accounts.all().stream()
                    .map(
                        account ->
                            new ListAccountsResponse.Account(
                                account.id(),
                                account.name(),
                                account.administrator(),
                                account.createdAt()))
                    .toList()));
  }
}
