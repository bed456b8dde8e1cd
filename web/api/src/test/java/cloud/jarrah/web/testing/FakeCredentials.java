package cloud.jarrah.web.testing;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.web.http.Body;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** One user with one access key and two sessions, of which one has expired. */
public final class FakeCredentials implements Credentials {
  public static final String KEY = "AKIDEXAMPLE000000000";
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  public static final String SESSION_KEY = "ASIAEXAMPLE000000000";
  public static final String EXPIRED_KEY = "ASIAEXPIRED000000000";
  public static final String SESSION_SECRET = "x5nRZn0hbW1vIDMgbW9yZSBtb3JlIG1vcmUgbW9y";
  public static final String TOKEN = "FwoGZXIvYXdzEXAMPLE/+token==";
  public static final Identity ALICE = new Identity("123456789012", "AIDAEXAMPLE", "alice", true);
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

  @Override
  public Optional<SigningIdentity> accessKey(String accessKeyId) {
    return accessKeyId.equals(KEY)
        ? Optional.of(new SigningIdentity(ALICE, KEY, SECRET))
        : Optional.empty();
  }

  @Override
  public Optional<Session> session(String accessKeyId) {
    return accessKeyId.equals(SESSION_KEY) || accessKeyId.equals(EXPIRED_KEY)
        ? Optional.of(
            new Session(
                new SigningIdentity(ALICE, accessKeyId, SESSION_SECRET),
                Body.of(TOKEN).sha256(),
                accessKeyId.equals(EXPIRED_KEY)))
        : Optional.empty();
  }

  @Override
  public Optional<Identity> certificate(String fingerprint) {
    return Optional.empty();
  }

  @Override
  public boolean firstUse(String digest, long seconds) {
    return true;
  }
}
