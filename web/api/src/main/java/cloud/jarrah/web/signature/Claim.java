package cloud.jarrah.web.signature;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * What a request says about its own signature; nothing of it is proved yet.
 *
 * @param scopeDate {@code 20261121}
 * @param signedHeaders lower-case names in the order given
 * @param signature lower-case hex
 * @param time when the client signed
 * @param lifetimeSeconds of a presigned request; 0: signed by header
 */
record Claim(
    String accessKeyId,
    String scopeDate,
    String region,
    String service,
    List<String> signedHeaders,
    String signature,
    Instant time,
    long lifetimeSeconds) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  static final DateTimeFormatter BASIC_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  Claim {
    signedHeaders = List.copyOf(signedHeaders);
  }

  boolean presigned() {
    return lifetimeSeconds > 0;
  }

  String basicTime() {
    return BASIC_TIME.format(time);
  }

  String scope() {
    return scopeDate + "/" + region + "/" + service + "/aws4_request";
  }
}
