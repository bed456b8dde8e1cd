package cloud.jarrah.it.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a server said. */
public record HttpAnswer(int status, Map<String, String> headers, String body) {

  /** Null if the connection ended without an answer. */
  static @Nullable HttpAnswer read(InputStream in) throws IOException {
    byte[] all = readAll(in);
    int end = indexOf(all, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    if (end < 0) {
      return null;
    }
    List<String> lines =
        List.of(new String(all, 0, end, StandardCharsets.ISO_8859_1).split("\r\n"));
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      body = joinChunks(body);
    }
    int status = Integer.parseInt(lines.get(0).split(" ", 3)[1]);
    return new HttpAnswer(status, headers, new String(body, StandardCharsets.UTF_8));
  }

  /** What came before a reset counts: the server may close while we still write. */
  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        all.write(buffer, 0, n);
      }
    } catch (SocketException e) {
      if (all.size() == 0) {
        throw e;
      }
    }
    return all.toByteArray();
  }

  private static byte[] joinChunks(byte[] chunked) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunked.length) {
      byte[] rest = Arrays.copyOfRange(chunked, at, chunked.length);
      int lineEnd = indexOf(rest, "\r\n".getBytes(StandardCharsets.US_ASCII));
      int size =
          Integer.parseInt(new String(rest, 0, lineEnd, StandardCharsets.US_ASCII).strip(), 16);
      if (size == 0) {
        break;
      }
      joined.write(rest, lineEnd + 2, size);
      at += lineEnd + 2 + size + 2;
    }
    return joined.toByteArray();
  }

  private static int indexOf(byte[] all, byte[] wanted) {
    for (int i = 0; i + wanted.length <= all.length; i++) {
      if (Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  public String contentType() {
    return headers.getOrDefault("Content-Type", "");
  }

  public Xml xml() {
    return Xml.parse(body);
  }

  /** The error code of an XML or JSON answer or SOAP fault; empty if it is none. */
  public String errorCode() {
    if (body.startsWith("{")) {
      return body.replaceAll("(?s).*?\"code\":\"([^\"]*)\".*", "$1");
    }
    if (!body.startsWith("<")) {
      return "";
    }
    Xml xml = xml();
    String code = xml.first("Code");
    String fault = xml.first("faultcode");
    return !code.isEmpty() ? code : fault.substring(fault.indexOf(':') + 1);
  }

  /** This answer, if it is a success. */
  public HttpAnswer orThrow() {
    if (status != 200) {
      throw new IllegalStateException("refused: " + this);
    }
    return this;
  }

  @Override
  public String toString() {
    return status + " " + (body.length() > 2000 ? body.substring(0, 2000) + "…" : body);
  }
}
