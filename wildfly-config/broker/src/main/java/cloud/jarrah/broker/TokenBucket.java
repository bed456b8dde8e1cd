package cloud.jarrah.broker;

/** So many at once, and so many a second. Not safe for threads. */
final class TokenBucket {
  private static final double SECOND = 1e9;

  private final double most;
  private final double perSecond;
  private double tokens;
  private long filledAt;

  TokenBucket(double most, double perSecond, long nanos) {
    this.most = most;
    this.perSecond = perSecond;
    this.tokens = most;
    this.filledAt = nanos;
  }

  boolean hasToken(long nanos) {
    tokens = Math.min(most, tokens + (nanos - filledAt) * perSecond / SECOND);
    filledAt = nanos;
    return tokens >= 1;
  }

  void take() {
    tokens--;
  }
}
