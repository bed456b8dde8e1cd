package cloud.jarrah.placementgroups.control;

import cloud.jarrah.platform.actions.Wording;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of what is said about placement groups, wherever it is said. */
public final class PlacementGroupRules {
  private static final Pattern NAME =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");
  private static final Pattern ID = Pattern.compile("pg-[0-9a-f]{1,32}");
  private static final int MOST_PARTITIONS = 7;

  private PlacementGroupRules() {}

  /** The name, if a group can have it. */
  public static String name(String parameter, String name) {
    if (!NAME.matcher(name).matches()) {
      throw Wording.invalid(
          parameter,
          name,
          "It must have 1 to 255 printable ASCII characters and no blanks at its ends.");
    }
    return name;
  }

  /** The id, if it looks like one. */
  public static String id(@Nullable String id) {
    if (id == null || !ID.matcher(id).matches()) {
      throw PlacementGroupErrors.malformedId(id == null ? "" : id);
    }
    return id;
  }

  /** A number of partitions, or of one of them, if a group can have so many. */
  public static int partition(String parameter, int number) {
    if (number < 1 || number > MOST_PARTITIONS) {
      throw Wording.invalid(
          parameter, Integer.toString(number), "It must be from 1 to " + MOST_PARTITIONS + ".");
    }
    return number;
  }
}
