package cloud.jarrah.platform.actions;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Error messages that many actions share. */
public final class Wording {
  private static final int MOST = 128;

  private Wording() {}

  /** Something a caller sent, safe to show and to log: short and without control characters. */
  public static String shown(@Nullable String input) {
    if (input == null) {
      return "";
    }
    String cut = input.length() > MOST ? input.substring(0, MOST) + "…" : input;
    return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
  }

  /** An id that cannot be one of its kind; each kind has a code of its own. */
  public static ApiException malformedId(ErrorCode code, String id, String prefix) {
    return new ApiException(
        code, "Invalid id: \"" + shown(id) + "\" (expecting \"" + prefix + "-...\")");
  }

  public static ApiException missing(String parameter) {
    return new ApiException(
        ErrorCode.MISSING_PARAMETER, "The request must contain the parameter " + parameter + ".");
  }

  public static ApiException invalid(String parameter, @Nullable String value, String expected) {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Value (" + shown(value) + ") for parameter " + parameter + " is invalid. " + expected);
  }
}
