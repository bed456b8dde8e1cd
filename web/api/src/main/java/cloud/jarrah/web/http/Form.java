package cloud.jarrah.web.http;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Names and values as forms and URLs write them; strict where java.net.URLDecoder is not. */
public final class Form {
  private static final int MAX_PARAMETERS = 2_000;
  private static final int MAX_NAME = 255;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Form() {}

  /** One name and its value, decoded. */
  public record Pair(String name, String value) {}

  /** Splits and decodes; {@code +} is a space. */
  public static List<Pair> parse(String text) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : text.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (pairs.size() == MAX_PARAMETERS) {
        throw malformed("The request has more than " + MAX_PARAMETERS + " parameters.");
      }
      int equals = part.indexOf('=');
      String name = decode(equals < 0 ? part : part.substring(0, equals));
      if (name.length() > MAX_NAME) {
        throw malformed("A parameter's name is longer than " + MAX_NAME + " characters.");
      }
      pairs.add(new Pair(name, equals < 0 ? "" : decode(part.substring(equals + 1))));
    }
    return pairs;
  }

  /** Percent-decodes; refuses broken escapes and what is not UTF-8. */
  public static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (c == '%') {
        bytes.write(escaped(text, i));
        i += 3;
      } else {
        // Unescaped characters outside ASCII are taken as UTF-8, as servers usually do.
        bytes.writeBytes((c == '+' ? " " : Character.toString(c)).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ApiException(
          ErrorCode.MALFORMED_QUERY_STRING, "Parameters must be encoded as UTF-8.", e);
    }
  }

  private static int escaped(String text, int at) {
    if (at + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(at + 1))
        || !HexFormat.isHexDigit(text.charAt(at + 2))) {
      throw malformed("A percent sign must be followed by two hexadecimal digits.");
    }
    return HexFormat.fromHexDigits(text, at + 1, at + 3);
  }

  /** Percent-encodes everything but the unreserved characters of RFC 3986. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if ((c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || (c >= '0' && c <= '9')
          || "-_.~".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%').append(HEX.toHexDigits(b));
      }
    }
    return out.toString();
  }

  private static ApiException malformed(String message) {
    return new ApiException(ErrorCode.MALFORMED_QUERY_STRING, message);
  }
}
