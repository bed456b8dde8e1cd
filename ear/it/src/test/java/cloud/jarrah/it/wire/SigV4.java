package cloud.jarrah.it.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature Version 4, written from its description, independently of the server's own code.
 *
 * @param service name in the credential's scope
 * @param time of signing
 */
public record SigV4(Keys keys, String service, String region, Instant time) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  public static SigV4 now(Keys keys, String service) {
    return new SigV4(keys, service, "jarrah-1", Instant.now());
  }

  public String basicTime() {
    return BASIC.format(time);
  }

  public String scope() {
    return basicTime().substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
  }

  /** Signs by header: host, date and, if there are any, content type and session token. */
  public HttpCall sign(HttpCall call) {
    call.replacing("X-Amz-Date", basicTime());
    List<String> signed =
        Stream.of("content-type", "host", "x-amz-date", "x-amz-security-token")
            .filter(call::has)
            .toList();
    return call.replacing(
        "Authorization", authorization(signed, signature(call, call.query(), signed)));
  }

  public String authorization(List<String> signed, String signature) {
    return String.format(
        "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s",
        ALGORITHM, keys.accessKeyId(), scope(), String.join(";", signed), signature);
  }

  /** Signs in the URL. */
  public HttpCall presign(HttpCall call, long seconds) {
    String query =
        call.query()
            + (call.query().isEmpty() ? "" : "&")
            + "X-Amz-Algorithm="
            + ALGORITHM
            + "&X-Amz-Credential="
            + encode(keys.accessKeyId() + "/" + scope())
            + "&X-Amz-Date="
            + basicTime()
            + "&X-Amz-Expires="
            + seconds
            + "&X-Amz-SignedHeaders=host";
    String signature = signature(call, query, List.of("host"));
    return call.target(call.path() + "?" + query + "&X-Amz-Signature=" + signature);
  }

  private String signature(HttpCall call, String query, List<String> signed) {
    String canonical =
        String.join(
            "\n",
            call.method(),
            call.path(),
            canonicalQuery(query),
            signed.stream()
                .map(name -> name + ":" + call.signedValue(name) + "\n")
                .collect(Collectors.joining()),
            String.join(";", signed),
            sha256(call.body()));
    String text =
        String.join(
            "\n",
            ALGORITHM,
            basicTime(),
            scope(),
            sha256(canonical.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + keys.secret()).getBytes(StandardCharsets.UTF_8);
    for (String part : scope().split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, text));
  }

  private static String canonicalQuery(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(part -> !part.isEmpty())
        .map(SigV4::canonicalPair)
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String canonicalPair(String part) {
    int equals = part.indexOf('=');
    String name = equals < 0 ? part : part.substring(0, equals);
    String value = equals < 0 ? "" : part.substring(equals + 1);
    return canonical(name) + "=" + canonical(value);
  }

  /** What cannot be decoded is signed as it stands: such a request is to be refused anyway. */
  private static String canonical(String text) {
    try {
      return encode(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
