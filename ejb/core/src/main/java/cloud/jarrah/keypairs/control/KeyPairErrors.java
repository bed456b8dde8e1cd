package cloud.jarrah.keypairs.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.platform.actions.Wording;

/** What callers are told about key pairs. */
public final class KeyPairErrors {
  private KeyPairErrors() {}

  public static ApiException notFound(String nameOrId) {
    return new ApiException(
        ErrorCode.INVALID_KEY_PAIR_NOT_FOUND,
        "The key pair '" + Wording.shown(nameOrId) + "' does not exist");
  }

  public static ApiException duplicate(String name) {
    return new ApiException(
        ErrorCode.INVALID_KEY_PAIR_DUPLICATE,
        "The keypair '" + Wording.shown(name) + "' already exists.");
  }

  public static ApiException badKey(String reason) {
    return new ApiException(
        ErrorCode.INVALID_KEY_FORMAT, "Key is not in valid OpenSSH public key format: " + reason);
  }
}
