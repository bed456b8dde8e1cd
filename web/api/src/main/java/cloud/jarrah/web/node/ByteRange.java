package cloud.jarrah.web.node;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file, as the Range header asks for it.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 */
record ByteRange(long first, long last) {
  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  long length() {
    return last - first + 1;
  }

  String contentRange(long total) {
    return "bytes " + first + "-" + last + "/" + total;
  }

  /**
   * Empty if no part is asked for, or in a way we do not know: then the whole file is the answer,
   * as RFC 9110 allows.
   *
   * @throws UnsatisfiableException if it lies outside of the file
   */
  static Optional<ByteRange> parse(@Nullable String header, long total)
      throws UnsatisfiableException {
    Matcher matcher = ONE_RANGE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    long first;
    long last;
    if (matcher.group(1).isEmpty()) {
      first = Math.max(0, total - Long.parseLong(matcher.group(2)));
      last = total - 1;
    } else {
      first = Long.parseLong(matcher.group(1));
      last =
          matcher.group(2).isEmpty()
              ? total - 1
              : Math.min(total - 1, Long.parseLong(matcher.group(2)));
    }
    if (first >= total || last < first) {
      throw new UnsatisfiableException();
    }
    return Optional.of(new ByteRange(first, last));
  }

  /** The file has no such part. */
  static final class UnsatisfiableException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
