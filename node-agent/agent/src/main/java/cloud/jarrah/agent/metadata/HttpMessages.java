package cloud.jarrah.agent.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The little of HTTP/1.1 that metadata needs, with narrow limits: guests are strangers. Anything
 * unusual ends the connection.
 */
final class HttpMessages {
  private static final int LONGEST_HEAD = 8 * 1024;
  private static final int LONGEST_BODY = 4 * 1024;

  private HttpMessages() {}

  /**
   * @param path without a query
   * @param headers names in lower case; of a repeated header the last
   */
  record Request(String method, String path, Map<String, String> headers, boolean keepAlive) {}

  /** An answer; the body may be anything, user data are bytes. */
  static final class Response {
    private final int status;
    private final String reason;
    private final Map<String, String> headers;
    private final byte[] body;

    Response(int status, String reason, Map<String, String> headers, byte[] body) {
      this.status = status;
      this.reason = reason;
      this.headers = Map.copyOf(headers);
      this.body = body;
    }

    static Response error(int status, String reason) {
      return new Response(status, reason, Map.of(), new byte[0]);
    }

    int status() {
      return status;
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** It is not HTTP as we know it. */
  static final class BadRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
      super(message);
    }
  }

  /** Null: the client has closed the connection before a request. */
  static @Nullable Request read(InputStream in) throws IOException, BadRequestException {
    @Nullable String head = readHead(in);
    if (head == null) {
      return null;
    }
    String[] lines = head.split("\r?\n", -1);
    String[] words = lines[0].split(" ", -1);
    if (words.length != 3 || !words[1].startsWith("/") || !words[2].matches("HTTP/1\\.[01]")) {
      throw new BadRequestException("not a request line");
    }
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 1) {
        throw new BadRequestException("not a header");
      }
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    skipBody(in, headers);
    boolean close = "close".equalsIgnoreCase(headers.get("connection"));
    boolean keepAlive = words[2].equals("HTTP/1.1") && !close;
    int query = words[1].indexOf('?');
    String path = query < 0 ? words[1] : words[1].substring(0, query);
    return new Request(words[0], path, headers, keepAlive);
  }

  /** Up to the empty line, which is left out. */
  private static @Nullable String readHead(InputStream in) throws IOException, BadRequestException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(512);
    int newLines = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        newLines++;
        if (newLines == 2) {
          return head.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }
      } else if (next != '\r') {
        newLines = 0;
      }
      // Empty lines before a request are allowed and carry nothing.
      if (head.size() > 0 || (next != '\n' && next != '\r')) {
        head.write(next);
      } else {
        newLines = 0;
      }
      if (head.size() > LONGEST_HEAD) {
        throw new BadRequestException("the head is too long");
      }
    }
    if (head.size() > 0) {
      throw new BadRequestException("the head is cut off");
    }
    return null;
  }

  private static void skipBody(InputStream in, Map<String, String> headers)
      throws IOException, BadRequestException {
    String length = headers.getOrDefault("content-length", "0");
    if (headers.containsKey("transfer-encoding") || !length.matches("\\d{1,6}")) {
      throw new BadRequestException("a body that is not expected");
    }
    int bytes = Integer.parseInt(length);
    if (bytes > LONGEST_BODY || in.readNBytes(bytes).length < bytes) {
      throw new BadRequestException("a body that is not expected");
    }
  }

  static void write(OutputStream out, Response response, boolean withBody, boolean keepAlive)
      throws IOException {
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(response.status).append(' ').append(response.reason);
    head.append("\r\nServer: EC2ws\r\nContent-Type: text/plain\r\nContent-Length: ");
    head.append(response.body.length);
    response.headers.forEach((name, value) -> head.append("\r\n" + name + ": " + value));
    head.append("\r\nConnection: ").append(keepAlive ? "keep-alive" : "close").append("\r\n\r\n");
    ByteArrayOutputStream message = new ByteArrayOutputStream(head.length() + 512);
    message.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (withBody) {
      message.write(response.body);
    }
    message.writeTo(out);
    out.flush();
  }
}
