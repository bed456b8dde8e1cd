package cloud.jarrah.platform.traces;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of traces and spans that every server can work out for itself: none has to be kept. */
final class SpanNames {
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private SpanNames() {}

  /** Its request id without the dashes; what is no UUID is hashed. */
  static String trace(String requestId) {
    String small = requestId.toLowerCase(Locale.ROOT);
    return UUID.matcher(small).matches()
        ? small.replace("-", "")
        : HexFormat.of().formatHex(hash(requestId), 0, 16);
  }

  /** Of a part of a request, or of the request itself. */
  static String span(String requestId, @Nullable String part) {
    byte[] hash = hash(part == null ? requestId : requestId + "/" + part);
    return HexFormat.of().formatHex(hash, 0, 8);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
