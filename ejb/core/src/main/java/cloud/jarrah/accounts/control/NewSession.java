package cloud.jarrah.accounts.control;

import java.time.Instant;

/** What a new session gets. The only time that secret and token are seen. */
public record NewSession(
    String accessKeyId, String secretAccessKey, String sessionToken, Instant expires) {

  @Override
  public String toString() {
    return "NewSession[" + accessKeyId + "]";
  }
}
