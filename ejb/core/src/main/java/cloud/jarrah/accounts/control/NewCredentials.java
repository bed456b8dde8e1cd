package cloud.jarrah.accounts.control;

/** What a new account's first user gets. The only time that the secrets are seen. */
public record NewCredentials(
    String accountId,
    String userName,
    String accessKeyId,
    String secretAccessKey,
    String certificate,
    String privateKey) {

  @Override
  public String toString() {
    return "NewCredentials[" + accountId + "]";
  }
}
