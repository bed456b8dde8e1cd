package cloud.jarrah.web.http;

/** What a client sent, checked or made fit for an answer. */
public final class Text {
  private static final int LONGEST_SHOWN = 64;

  private Text() {}

  /** Cut to a readable length, without anything invisible. */
  public static String shown(String text) {
    String cut =
        text.codePointCount(0, text.length()) > LONGEST_SHOWN
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…"
            : text;
    return cut.replaceAll("\\p{C}", "?");
  }

  /** Whether XML 1.0 can carry it: what it cannot carry could never be shown to its owner again. */
  public static boolean fitsXml(String text) {
    return text.codePoints().allMatch(Text::isXml);
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}
