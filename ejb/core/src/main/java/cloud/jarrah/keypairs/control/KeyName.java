package cloud.jarrah.keypairs.control;

import cloud.jarrah.platform.actions.Wording;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the names of key pairs: any text, but on one line and at most 255 characters. */
public final class KeyName {
  private static final Pattern FORM =
      Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]{1,255}");

  private KeyName() {}

  /** The name, or the error that says what is wrong with it. */
  public static String require(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw Wording.missing("KeyName");
    }
    if (!FORM.matcher(name).matches() || !name.equals(name.strip())) {
      throw Wording.invalid(
          "KeyName",
          name,
          "It must have 1 to 255 characters, no control characters and no blanks at its ends.");
    }
    return name;
  }
}
