package cloud.jarrah.api.admin;

import java.time.Instant;

/**
 * A one-time token, shown this once.
 *
 * @param expires after which it is worthless
 */
public record CreateEnrolmentTokenResponse(String token, Instant expires) {
  /** Without the token, so that no log line can carry it. */
  @Override
  public String toString() {
    return "CreateEnrolmentTokenResponse[expires " + expires + "]";
  }
}
