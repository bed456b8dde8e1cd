package cloud.jarrah.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Lets hosts in at a bounded rate: when a server fails, all its hosts come at once, and each costs
 * two logins, a consumer and an inventory. Who is put off comes back after a while. A connection
 * pays once, with its first session. A host that comes again and again has a smaller measure of its
 * own, so that it cannot keep out the others.
 */
final class Admission {
  static final String RATE_PROPERTY = "jarrah.agents.admissions-per-second";
  static final int DEFAULT_RATE = 50;
  private static final Logger LOG = Logger.getLogger(Admission.class);
  private static final int HOST_AT_ONCE = 10;
  private static final double HOST_PER_SECOND = 0.5;
  private static final long SECOND = 1_000_000_000L;
  private static final long LOG_INTERVAL = 10 * SECOND;

  private final int perSecond;
  private final LongSupplier nanos;
  private final Map<Object, Boolean> admitted = new WeakHashMap<>();
  private final Map<String, TokenBucket> hosts = new HashMap<>();
  private final TokenBucket all;
  private long putOff;
  private long saidAt;

  Admission(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
    this.all = new TokenBucket(perSecond, perSecond, nanos.getAsLong());
    this.saidAt = nanos.getAsLong() - LOG_INTERVAL;
  }

  /** As configured; a rate that is none stops the start of the broker. */
  static Admission configured() {
    String text = System.getProperty(RATE_PROPERTY, Integer.toString(DEFAULT_RATE));
    int rate;
    try {
      rate = Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      rate = 0;
    }
    if (rate < 1 || rate > 10_000) {
      throw new IllegalArgumentException(
          RATE_PROPERTY + " must be a number from 1 to 10000, not '" + text + "'");
    }
    return new Admission(rate, System::nanoTime);
  }

  /** Whether this connection of this host may have a session now. */
  synchronized boolean admits(String host, Object connection) {
    if (admitted.containsKey(connection)) {
      return true;
    }
    long now = nanos.getAsLong();
    TokenBucket own =
        hosts.computeIfAbsent(host, name -> new TokenBucket(HOST_AT_ONCE, HOST_PER_SECOND, now));
    if (!own.hasToken(now) || !all.hasToken(now)) {
      putOff++;
      sayNowAndThen(now);
      return false;
    }
    own.take();
    all.take();
    admitted.put(connection, Boolean.TRUE);
    return true;
  }

  private void sayNowAndThen(long now) {
    if (now - saidAt >= LOG_INTERVAL) {
      LOG.infof(
          "Hosts connect faster than they are let in (%d a second); put off so far: %d",
          perSecond, putOff);
      saidAt = now;
    }
  }
}
