package cloud.jarrah.api.admin;

/**
 * A new account. Secret, certificate and private key are shown this once.
 *
 * @param accountId 12 digits
 * @param certificate PEM, for SOAP
 * @param privateKey PEM (PKCS#8), for SOAP
 */
public record CreateAccountResponse(
    String accountId,
    String userName,
    String accessKeyId,
    String secretAccessKey,
    String certificate,
    String privateKey) {
  /** Without the secrets, so that no log line can carry them. */
  @Override
  public String toString() {
    return "CreateAccountResponse[" + accountId + "]";
  }
}
