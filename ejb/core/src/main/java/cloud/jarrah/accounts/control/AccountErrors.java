package cloud.jarrah.accounts.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;

/** What callers are told about accounts. */
public final class AccountErrors {
  private AccountErrors() {}

  public static ApiException nameTaken(String name) {
    return new ApiException(
        ErrorCode.ENTITY_ALREADY_EXISTS,
        "There is an account named '" + Wording.shown(name) + "' already; choose another name.");
  }

  public static ApiException nameReserved(String name) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "The name '" + Wording.shown(name) + "' is reserved for the cloud itself; choose another.");
  }

  public static ApiException badRequest(String reason) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE, "The certificate request is refused: " + reason);
  }
}
