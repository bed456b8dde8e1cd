package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.platform.actions.Wording;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of ids, names, descriptions and versions. */
public final class TemplateNames {
  public static final String LATEST = "$Latest";
  public static final String DEFAULT = "$Default";

  private static final Pattern ID = Pattern.compile("lt-([0-9a-f]{8}|[0-9a-f]{17})");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9().\\-/_]{3,128}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DESCRIPTION =
      Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]{0,255}");

  private TemplateNames() {}

  /** The id as it is stored. */
  static String id(@Nullable String id) {
    String lower = id == null ? "" : id.toLowerCase(Locale.ROOT);
    if (!ID.matcher(lower).matches()) {
      throw TemplateErrors.malformedId(id == null ? "" : id);
    }
    return lower;
  }

  static String name(@Nullable String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw TemplateErrors.malformedName(name == null ? "" : name);
    }
    return name;
  }

  /** The name of a new template. */
  public static String require(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      throw Wording.missing("LaunchTemplateName");
    }
    return name(name);
  }

  /** A version's description; null if it is empty. */
  public static @Nullable String description(@Nullable String description) {
    if (description == null || description.isEmpty()) {
      return null;
    }
    if (!DESCRIPTION.matcher(description).matches()) {
      throw Wording.invalid(
          "VersionDescription",
          description,
          "It must have at most 255 characters and no control characters.");
    }
    return description;
  }

  /** The number that a word stands for, whether or not there is such a version. */
  public static long version(LaunchTemplate template, String parameter, @Nullable String word) {
    if (LATEST.equals(word)) {
      return template.latestVersion();
    }
    if (DEFAULT.equals(word)) {
      return template.defaultVersion();
    }
    return number(parameter, word);
  }

  /** A number, not one of the words. */
  public static long number(String parameter, @Nullable String text) {
    if (text == null || !NUMBER.matcher(text).matches()) {
      throw TemplateErrors.malformedVersion(parameter, text);
    }
    return Long.parseLong(text);
  }
}
