package cloud.jarrah.platform.actions;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tokens by which callers make requests idempotent. */
public final class ClientToken {
  private static final int MOST = 64;

  private ClientToken() {}

  /** The token; null if there is none. Case matters. */
  public static @Nullable String check(@Nullable String token) {
    if (token == null || token.isEmpty()) {
      return null;
    }
    if (token.length() > MOST || !token.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      throw Wording.invalid("ClientToken", "…", "It must be at most 64 ASCII characters.");
    }
    return token;
  }

  /** The token came before with another request. */
  public static ApiException reused(String token) {
    return new ApiException(
        ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
        "Arguments on this idempotent request are inconsistent with arguments used in previous"
            + " request(s) with client token "
            + token
            + ".");
  }

  /** Fingerprint of what was asked for: equal texts have equal ones. */
  public static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
