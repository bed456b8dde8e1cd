package cloud.jarrah.accounts.control;

import cloud.jarrah.platform.actions.Wording;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name for an account that a person may choose. */
public record AccountName(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.@_-]{1,30}");
  private static final Set<String> RESERVED = Set.of("jarrah", "eucalyptus");

  /** Refuses what is no name, or not to be had. */
  public static AccountName of(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw Wording.missing("name");
    }
    if (!FORM.matcher(name).matches()) {
      throw Wording.invalid(
          "name", name, "It may have letters, digits and - . @ _, and at most 30 of them.");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw AccountErrors.nameReserved(name);
    }
    return new AccountName(name);
  }
}
