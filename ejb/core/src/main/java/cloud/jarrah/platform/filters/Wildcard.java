package cloud.jarrah.platform.filters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern with {@code *} (any characters) and {@code ?} (one character). Takes time in proportion
 * to the lengths of pattern and text multiplied, whatever the pattern: no backtracking trap.
 */
final class Wildcard {
  private static final int ANY = -1;
  private static final int ONE = -2;

  /** Characters, or one of the two wildcards. */
  private final List<Integer> parts = new ArrayList<>();

  Wildcard(String pattern) {
    int at = 0;
    while (at < pattern.length()) {
      int c = pattern.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\\' && at < pattern.length()) {
        int literal = pattern.codePointAt(at);
        at += Character.charCount(literal);
        parts.add(literal);
      } else if (c == '*') {
        parts.add(ANY);
      } else if (c == '?') {
        parts.add(ONE);
      } else {
        parts.add(c);
      }
    }
  }

  /** The one text that matches; empty if a wildcard is in it. */
  Optional<String> literal() {
    if (parts.contains(ANY) || parts.contains(ONE)) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    parts.forEach(text::appendCodePoint);
    return Optional.of(text.toString());
  }

  boolean matches(String text) {
    int[] characters = text.codePoints().toArray();
    int at = 0;
    int part = 0;
    int lastAny = -1;
    int lastAt = 0;
    while (at < characters.length) {
      if (part < parts.size() && parts.get(part) == ANY) {
        lastAny = part++;
        lastAt = at;
      } else if (part < parts.size() && fits(parts.get(part), characters[at])) {
        part++;
        at++;
      } else if (lastAny >= 0) {
        // The last star takes one character more.
        part = lastAny + 1;
        at = ++lastAt;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == ANY) {
      part++;
    }
    return part == parts.size();
  }

  private static boolean fits(int part, int character) {
    return part == ONE || part == character;
  }
}
