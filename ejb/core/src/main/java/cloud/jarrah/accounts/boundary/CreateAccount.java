package cloud.jarrah.accounts.boundary;

import cloud.jarrah.accounts.control.AccountErrors;
import cloud.jarrah.accounts.control.AccountName;
import cloud.jarrah.accounts.control.Accounts;
import cloud.jarrah.accounts.control.NewCredentials;
import cloud.jarrah.api.admin.CreateAccountRequest;
import cloud.jarrah.api.admin.CreateAccountResponse;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Opens an account with its first user, whose credentials are shown this once. */
@Singleton
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
public class CreateAccount implements Action<CreateAccountRequest, CreateAccountResponse> {
  private final Accounts accounts;

  @Inject
  public CreateAccount(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Prepared<CreateAccountResponse> prepare(CreateAccountRequest request, Caller caller) {
    String name = AccountName.of(request.name()).value();
    if (accounts.exists(name)) {
      throw AccountErrors.nameTaken(name);
    }
    return Prepared.of(List.of("arn:aws:jarrah:::account/" + name), () -> open(name));
  }

  private CreateAccountResponse open(String name) {
    NewCredentials opened = accounts.open(name, false);
    return new CreateAccountResponse(
        opened.accountId(),
        opened.userName(),
        opened.accessKeyId(),
        opened.secretAccessKey(),
        opened.certificate(),
        opened.privateKey());
  }
}
