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

  public static ApiException sessionOfASession() {
    return new ApiException(
        ErrorCode.ACCESS_DENIED, "Cannot call GetSessionToken with session credentials");
  }

  /** Between the signature check and the action. */
  public static ApiException keyWithdrawn() {
    return new ApiException(
        ErrorCode.INVALID_CLIENT_TOKEN_ID,
        "The security token included in the request is invalid.");
  }

  public static ApiException badDuration(int seconds, int least, int most) {
    return new ApiException(
        ErrorCode.VALIDATION_ERROR,
        String.format(
            "1 validation error detected: Value '%d' at 'durationSeconds' failed to satisfy"
                + " constraint: Member must have value %s",
            seconds,
            seconds < least
                ? "greater than or equal to " + least
                : "less than or equal to " + most));
  }

  public static ApiException badRequest(String reason) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE, "The certificate request is refused: " + reason);
  }
}
