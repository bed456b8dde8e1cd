package cloud.jarrah.hosts.control;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of host names. */
public final class HostNames {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?");

  private HostNames() {}

  public static String require(@Nullable String name) {
    if (name == null || !FORM.matcher(name).matches()) {
      throw HostErrors.badName(name == null ? "" : name);
    }
    return name;
  }
}
