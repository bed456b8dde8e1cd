package cloud.jarrah.ws.security;

import cloud.jarrah.accounts.control.Credentials;
import cloud.jarrah.platform.actions.Identity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The users a test's server knows, and the messages it has seen. */
public final class KnownUsers implements Credentials {
  private final Map<String, Identity> users = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  public KnownUsers add(User user) {
    users.put(user.fingerprint(), user.identity());
    return this;
  }

  public int messagesSeen() {
    return seen.size();
  }

  @Override
  public Optional<SigningIdentity> accessKey(String accessKeyId) {
    return Optional.empty();
  }

  @Override
  public Optional<Identity> certificate(String fingerprint) {
    return Optional.ofNullable(users.get(fingerprint));
  }

  @Override
  public boolean firstUse(String digest, long seconds) {
    return seen.add(digest);
  }
}
