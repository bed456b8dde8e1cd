package cloud.jarrah.it.wire;

/** A temporary key with its token. */
public record Session(Keys keys, String token) {

  /** From an answer of GetSessionToken. */
  public static Session of(HttpAnswer answer) {
    Xml xml = answer.orThrow().xml();
    return new Session(
        new Keys(xml.first("AccessKeyId"), xml.first("SecretAccessKey")),
        xml.first("SessionToken"));
  }

  /** Without the token, so that no report can carry it. */
  @Override
  public String toString() {
    return keys.toString();
  }
}
