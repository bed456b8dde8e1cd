package cloud.jarrah.accounts.control;

import cloud.jarrah.accounts.control.Credentials.SigningIdentity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keys used a moment ago, unsealed. A key that is withdrawn works for a few seconds more on each
 * server: that is the price of not asking the database at every request.
 */
final class SigningCache {
  private static final int MOST = 1000;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Map<String, Entry> entries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MOST;
        }
      };

  private record Entry(SigningIdentity identity, long since) {}

  synchronized Optional<SigningIdentity> get(String accessKeyId) {
    Entry entry = entries.get(accessKeyId);
    if (entry == null) {
      return Optional.empty();
    }
    if (System.nanoTime() - entry.since() > NANOS) {
      entries.remove(accessKeyId);
      return Optional.empty();
    }
    return Optional.of(entry.identity());
  }

  synchronized void put(SigningIdentity identity) {
    // Removed first, so that the eldest is the one loaded longest ago.
    entries.remove(identity.accessKeyId());
    entries.put(identity.accessKeyId(), new Entry(identity, System.nanoTime()));
  }
}
