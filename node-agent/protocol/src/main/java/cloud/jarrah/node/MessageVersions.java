package cloud.jarrah.node;

import org.jspecify.annotations.Nullable;

/**
 * Which messages the two sides may send each other while they are upgraded one after the other.
 * Each understands its own version and those before, down to the oldest. A message carries the
 * lowest version that knows its kind; a host says with each report up to which version it
 * understands, and gets nothing newer. Within a version, fields are only added, and only such as
 * the other side may ignore.
 */
public final class MessageVersions {
  public static final int CURRENT = 3;

  /** Most kinds are of the first version and say so; agents of it are out there. */
  public static final int OLDEST = 1;

  private MessageVersions() {}

  public static boolean understood(int version) {
    return OLDEST <= version && version <= CURRENT;
  }

  /** The lowest version that knows this kind of message. */
  public static int of(Class<?> kind) {
    SinceVersion since = kind.getAnnotation(SinceVersion.class);
    return since == null ? 1 : since.value();
  }

  /** What the reader of a message that is too new or too old says about itself. */
  public static String refusal(String reader, int version) {
    return reader
        + " understands messages of the versions "
        + OLDEST
        + " to "
        + CURRENT
        + ", not "
        + version
        + ": "
        + (version > CURRENT ? "upgrade it" : "upgrade the other side");
  }

  static int atLeast(int version, @Nullable Object content) {
    return content == null ? version : Math.max(version, of(content.getClass()));
  }
}
