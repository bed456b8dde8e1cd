package cloud.jarrah.platform.actions;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** User data as requests carry them: base64 of at most 16 KiB. */
public final class UserDataText {
  private static final int MOST_BYTES = 16 * 1024;

  private UserDataText() {}

  /** The same bytes in plain base64 without line ends; null if there are none. */
  public static @Nullable String check(@Nullable String base64) {
    if (base64 == null || base64.isEmpty()) {
      return null;
    }
    byte[] raw;
    try {
      raw = Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE, "Invalid BASE64 encoding of user data.", e);
    }
    if (raw.length > MOST_BYTES) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "User data is limited to " + MOST_BYTES + " bytes; these are " + raw.length + ".");
    }
    return Base64.getEncoder().encodeToString(raw);
  }
}
