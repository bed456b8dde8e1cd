package cloud.jarrah.web.signature;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.web.http.ReceivedRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds and parses a request's own account of its signature, in a header or in the URL. */
final class ClaimReader {
  private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern HEADER_NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,128}");
  private static final int MAX_SIGNED_HEADERS = 100;
  private static final long LONGEST_LIFETIME = 7 * 24 * 3600;

  private ClaimReader() {}

  /** Empty if the request is not signed at all. */
  static Optional<Claim> read(ReceivedRequest request, CanonicalQuery query) {
    List<String> authorization = request.all("authorization");
    boolean presigned = query.value("X-Amz-Algorithm") != null;
    if (authorization.size() > 1 || (presigned && !authorization.isEmpty())) {
      throw new ApiException(
          ErrorCode.INVALID_REQUEST, "The request must be signed once: by header or in the URL.");
    }
    if (presigned) {
      return Optional.of(fromQuery(query));
    }
    return authorization.isEmpty()
        ? Optional.empty()
        : Optional.of(fromHeader(request, authorization.get(0)));
  }

  private static Claim fromHeader(ReceivedRequest request, String header) {
    String[] words = header.strip().split("\\s+", 2);
    if (!words[0].equals(Claim.ALGORITHM) || words.length < 2) {
      throw incomplete("Unsupported authorization type; the header must begin " + Claim.ALGORITHM);
    }
    Map<String, String> fields = new HashMap<>();
    for (String field : words[1].split(",", -1)) {
      int equals = field.indexOf('=');
      if (equals < 1
          || fields.put(field.substring(0, equals).strip(), field.substring(equals + 1).strip())
              != null) {
        throw incomplete("Authorization header must be a list of name=value, each once.");
      }
    }
    return claim(
        required(fields.get("Credential"), "Authorization header requires 'Credential' parameter."),
        required(
            fields.get("SignedHeaders"),
            "Authorization header requires 'SignedHeaders' parameter."),
        required(fields.get("Signature"), "Authorization header requires 'Signature' parameter."),
        signingTime(request),
        0);
  }

  private static Claim fromQuery(CanonicalQuery query) {
    String algorithm = query.value("X-Amz-Algorithm");
    if (!Claim.ALGORITHM.equals(algorithm)) {
      throw incomplete("X-Amz-Algorithm must be " + Claim.ALGORITHM + ".");
    }
    String time = required(query.value("X-Amz-Date"), "X-Amz-Date is missing.");
    return claim(
        required(query.value("X-Amz-Credential"), "X-Amz-Credential is missing."),
        required(query.value("X-Amz-SignedHeaders"), "X-Amz-SignedHeaders is missing."),
        required(query.value("X-Amz-Signature"), "X-Amz-Signature is missing."),
        basic(time),
        lifetime(required(query.value("X-Amz-Expires"), "X-Amz-Expires is missing.")));
  }

  private static Claim claim(
      String credential, String signedHeaders, String signature, Instant time, long lifetime) {
    String[] scope = credential.split("/", -1);
    if (scope.length != 5) {
      throw incomplete(
          "Credential must have exactly 5 slash-delimited elements, e.g."
              + " keyid/date/region/service/term.");
    }
    if (!scope[4].equals("aws4_request")) {
      throw incomplete("Credential should be scoped with a valid terminator: 'aws4_request'.");
    }
    List<String> names = Arrays.asList(signedHeaders.split(";", -1));
    if (names.size() > MAX_SIGNED_HEADERS
        || !names.stream().allMatch(name -> HEADER_NAME.matcher(name).matches())) {
      throw incomplete("SignedHeaders must be lower-case header names separated by semicolons.");
    }
    if (!SIGNATURE.matcher(signature).matches()) {
      throw incomplete("Signature must be 64 lower-case hexadecimal digits.");
    }
    return new Claim(scope[0], scope[1], scope[2], scope[3], names, signature, time, lifetime);
  }

  private static Instant signingTime(ReceivedRequest request) {
    String amazon = request.first("x-amz-date");
    if (amazon != null) {
      return basic(amazon.strip());
    }
    String date =
        required(
            request.first("date"),
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    if (date.strip().matches("\\d{8}T\\d{6}Z")) {
      return basic(date.strip());
    }
    try {
      return ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      throw incomplete("Date must be in ISO-8601 'basic format' or as RFC 1123 says.", e);
    }
  }

  private static Instant basic(String text) {
    try {
      return Claim.BASIC_TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw incomplete("Date must be in ISO-8601 'basic format', such as 20261121T090000Z.", e);
    }
  }

  private static long lifetime(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw incomplete("X-Amz-Expires must be a number of seconds.");
    }
    long seconds = Long.parseLong(text);
    if (seconds < 1 || seconds > LONGEST_LIFETIME) {
      throw incomplete("X-Amz-Expires must be between 1 and 604800 seconds.");
    }
    return seconds;
  }

  private static String required(@Nullable String value, String complaint) {
    if (value == null || value.isEmpty()) {
      throw incomplete(complaint);
    }
    return value;
  }

  private static ApiException incomplete(String message) {
    return new ApiException(ErrorCode.INCOMPLETE_SIGNATURE, message);
  }

  private static ApiException incomplete(String message, Throwable cause) {
    return new ApiException(ErrorCode.INCOMPLETE_SIGNATURE, message, cause);
  }
}
