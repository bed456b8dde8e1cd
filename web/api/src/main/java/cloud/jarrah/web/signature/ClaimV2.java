package cloud.jarrah.web.signature;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.web.http.Form;
import cloud.jarrah.web.http.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a request signed by Signature Version 2 says about its signature; nothing of it is proved
 * yet.
 *
 * @param algorithm of the HMAC
 * @param signature base64
 * @param time when the client signed; or, if {@code expires}, until when the signature is good
 * @param token of a session
 */
record ClaimV2(
    String accessKeyId,
    String algorithm,
    String signature,
    Instant time,
    boolean expires,
    @Nullable String token) {

  static final String SIGNATURE = "Signature";

  private static final String KEY = "AWSAccessKeyId";
  private static final String VERSION = "SignatureVersion";
  private static final String METHOD = "SignatureMethod";
  private static final String TIMESTAMP = "Timestamp";
  private static final String EXPIRES = "Expires";
  private static final String TOKEN = "SecurityToken";

  /** As the parameter names them, and as Java does. */
  private static final Map<String, String> ALGORITHMS =
      Map.of("HmacSHA256", "HmacSHA256", "HmacSHA1", "HmacSHA1");

  /** Without the token. */
  @Override
  public String toString() {
    return "ClaimV2[" + accessKeyId + "]";
  }

  /** Whether a request has anything of a signature in its parameters. */
  static boolean isIn(List<Form.Pair> parameters) {
    return parameters.stream()
        .map(Form.Pair::name)
        .anyMatch(name -> name.equals(VERSION) || name.equals(SIGNATURE) || name.equals(KEY));
  }

  /** Whether a request brings a token in the manner of Signature Version 2. */
  static boolean hasToken(List<Form.Pair> parameters) {
    return parameters.stream().anyMatch(pair -> pair.name().equals(TOKEN));
  }

  static ClaimV2 read(List<Form.Pair> parameters) {
    Map<String, String> values = new TreeMap<>();
    for (Form.Pair pair : parameters) {
      if (values.put(pair.name(), pair.value()) != null) {
        throw new ApiException(
            ErrorCode.MALFORMED_QUERY_STRING,
            "The parameter " + Text.shown(pair.name()) + " is given twice.");
      }
    }
    String version = required(values, VERSION);
    if (!version.equals("2")) {
      throw invalid(
          VERSION,
          version,
          "The only accepted value is 2; newer requests are signed by the Authorization header or"
              + " X-Amz-Signature.");
    }
    String algorithm = algorithm(required(values, METHOD));
    boolean expires = values.containsKey(EXPIRES);
    return new ClaimV2(
        required(values, KEY),
        algorithm,
        required(values, SIGNATURE),
        time(values, expires),
        expires,
        values.get(TOKEN));
  }

  private static String algorithm(String method) {
    String algorithm = ALGORITHMS.get(method);
    if (algorithm == null) {
      throw invalid(METHOD, method, "It must be HmacSHA256 or HmacSHA1.");
    }
    return algorithm;
  }

  private static Instant time(Map<String, String> values, boolean expires) {
    if (expires && values.containsKey(TIMESTAMP)) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "The parameter Timestamp cannot be used with the parameter Expires");
    }
    String name = expires ? EXPIRES : TIMESTAMP;
    return moment(name, required(values, name));
  }

  /** Without a zone it is UTC, as in examples of the public documentation. */
  private static Instant moment(String name, String text) {
    try {
      TemporalAccessor moment =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return moment instanceof LocalDateTime local
          ? local.toInstant(ZoneOffset.UTC)
          : Instant.from(moment);
    } catch (DateTimeException e) {
      throw invalid(name, text, "It must be in ISO 8601, such as 2026-11-21T09:00:00Z.");
    }
  }

  private static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      throw new ApiException(
          ErrorCode.MISSING_PARAMETER, "The request must contain the parameter " + name);
    }
    return value;
  }

  private static ApiException invalid(String name, String value, String remedy) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Value (" + Text.shown(value) + ") for parameter " + name + " is invalid. " + remedy);
  }
}
