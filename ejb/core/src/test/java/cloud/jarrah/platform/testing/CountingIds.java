package cloud.jarrah.platform.testing;

import cloud.jarrah.platform.ids.Ids;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that are the same in every run: i-…01, i-…02 and so on, counted over all prefixes.
 */
public final class CountingIds implements Ids {
  private final AtomicLong last = new AtomicLong();

  @Override
  public String next(String prefix) {
    return String.format(Locale.ROOT, "%s-%017x", prefix, last.incrementAndGet());
  }
}
