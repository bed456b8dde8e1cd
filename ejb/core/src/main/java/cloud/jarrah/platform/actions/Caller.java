package cloud.jarrah.platform.actions;

/**
 * Who is asking, and through which request. Passed from the protocol adapter to every handler;
 * never looked up.
 *
 * @param identity the authenticated user
 * @param credential the access key id or certificate fingerprint that proved it
 * @param requestId unique per request; in every answer, log line and event
 * @param sourceAddress the client's IP address
 * @param protocol how the request came
 */
public record Caller(
    Identity identity,
    String credential,
    String requestId,
    String sourceAddress,
    Protocol protocol) {

  public String accountId() {
    return identity.accountId();
  }

  /** How a request came. */
  public enum Protocol {
    QUERY,
    SOAP,
    REST,
    /** Not from outside: a timer or the cloud itself. */
    INTERNAL
  }
}
