package cloud.jarrah.accounts.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keys used a moment ago, unsealed. A key that is withdrawn works for a few seconds more on each
 * server: that is the price of not asking the database at every request.
 *
 * @param <V> what is known about a key
 */
final class SigningCache<V> {
  private static final int MOST = 1000;
  private static final long NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Map<String, Entry<V>> entries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry<V>> eldest) {
          return size() > MOST;
        }
      };

  private record Entry<V>(V value, long since) {}

  synchronized Optional<V> get(String accessKeyId) {
    Entry<V> entry = entries.get(accessKeyId);
    if (entry == null) {
      return Optional.empty();
    }
    if (System.nanoTime() - entry.since() > NANOS) {
      entries.remove(accessKeyId);
      return Optional.empty();
    }
    return Optional.of(entry.value());
  }

  synchronized void put(String accessKeyId, V value) {
    // Removed first, so that the eldest is the one loaded longest ago.
    entries.remove(accessKeyId);
    entries.put(accessKeyId, new Entry<>(value, System.nanoTime()));
  }
}
