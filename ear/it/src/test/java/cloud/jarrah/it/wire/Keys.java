package cloud.jarrah.it.wire;

/** An access key with its secret. */
public record Keys(String accessKeyId, String secret) {
  /** Without the secret, so that no report can carry it. */
  @Override
  public String toString() {
    return accessKeyId;
  }
}
