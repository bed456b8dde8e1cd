package cloud.jarrah.images.control;

import cloud.jarrah.images.entity.ImageKind;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The ids of images, today's and those of the Eucalyptus era (emi-, eki-, eri-, upper case). */
public final class ImageIds {
  private static final Map<ImageKind, Pattern> FORMS =
      Map.of(
          ImageKind.MACHINE, form("[ae]mi"),
          ImageKind.KERNEL, form("[ae]ki"),
          ImageKind.RAMDISK, form("[ae]ri"));
  private static final Pattern ANY = form("[ae][mkr]i");

  private ImageIds() {}

  private static Pattern form(String prefix) {
    return Pattern.compile(prefix + "-([0-9a-f]{8}|[0-9a-f]{17})");
  }

  /** The id as it is stored; a malformed one is refused. */
  static String normal(ImageKind kind, String id) {
    return normal(FORMS.getOrDefault(kind, ANY), id, kind.prefix());
  }

  /** Of any kind. */
  public static String normal(String id) {
    return normal(ANY, id, ImageKind.MACHINE.prefix());
  }

  private static String normal(Pattern form, String id, String prefix) {
    String lower = id.strip().toLowerCase(Locale.ROOT);
    if (!form.matcher(lower).matches()) {
      throw ImageErrors.malformed(id, prefix);
    }
    return lower;
  }
}
