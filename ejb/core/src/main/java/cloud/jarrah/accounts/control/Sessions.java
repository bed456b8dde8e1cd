package cloud.jarrah.accounts.control;

import cloud.jarrah.accounts.entity.AccessKey;
import cloud.jarrah.accounts.entity.CredentialRepository;
import cloud.jarrah.accounts.entity.SessionKey;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes temporary access keys and forgets those that have long expired. */
@Singleton
public class Sessions {
  /** So long an expired key is told that it expired; after that it is unknown. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final CredentialRepository credentials;
  private final Sealing sealing;
  private final DatabaseTime time;
  private final Transactions transactions;
  private final Secrets secrets = new Secrets();

  @Inject
  public Sessions(
      CredentialRepository credentials,
      Sealing sealing,
      DatabaseTime time,
      Transactions transactions) {
    this.credentials = credentials;
    this.sealing = sealing;
    this.time = time;
    this.transactions = transactions;
  }

  /**
   * A new session of the user whose key that is.
   *
   * @throws cloud.jarrah.api.ApiException if it is not a user's own key, or no longer one
   */
  public NewSession open(String accessKeyId, Duration lifetime) {
    if (Secrets.isTemporary(accessKeyId)) {
      throw AccountErrors.sessionOfASession();
    }
    AccessKey key =
        credentials
            .accessKey(accessKeyId)
            .filter(AccessKey::active)
            .orElseThrow(AccountErrors::keyWithdrawn);
    // Clients are told whole seconds, so that is when it ends.
    Instant now = time.now();
    Instant expires = now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    String id = secrets.temporaryKeyId();
    String secret = secrets.secretAccessKey();
    String token = secrets.sessionToken();
    credentials.add(
        new SessionKey(id, key, sealing.seal(secret, id), Secrets.hash(token), now, expires));
    return new NewSession(id, secret, token, expires);
  }

  /** Deletes what nobody will ask about any more. */
  public int purge() {
    return transactions.requiresNew(
        () -> credentials.forgetSessionsBefore(time.now().minus(REMEMBERED)));
  }
}
