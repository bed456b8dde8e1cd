package cloud.jarrah.web.testing;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.platform.actions.Identity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** One user with one access key. */
public final class FakeCredentials implements Credentials {
  public static final String KEY = "AKIDEXAMPLE000000000";
  public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
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
  public Optional<Identity> certificate(String fingerprint) {
    return Optional.empty();
  }

  @Override
  public boolean firstUse(String digest, long seconds) {
    return true;
  }
}
