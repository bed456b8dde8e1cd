package cloud.jarrah.it.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One HTTP request, sent exactly as it is described: nothing is repaired on the way. */
public final class HttpCall {
  private static final int TIMEOUT_MS = 60_000;

  private final URI endpoint;
  private final List<Header> headers = new ArrayList<>();
  private String method = "POST";
  private String target = "/";
  private String version = "HTTP/1.1";
  private byte[] body = new byte[0];
  private boolean lengthGiven;

  /** A header as it is written. */
  public record Header(String name, String value) {}

  public HttpCall(URI endpoint) {
    this.endpoint = endpoint;
    headers.add(new Header("Host", endpoint.getAuthority()));
  }

  public HttpCall method(String newMethod) {
    method = newMethod;
    return this;
  }

  /** Path and query. */
  public HttpCall target(String newTarget) {
    target = newTarget;
    return this;
  }

  public HttpCall version(String newVersion) {
    version = newVersion;
    return this;
  }

  /** Adds a header, whether there is one of that name or not. */
  public HttpCall header(String name, String value) {
    headers.add(new Header(name, value));
    return this;
  }

  public HttpCall without(String name) {
    headers.removeIf(header -> header.name().equalsIgnoreCase(name));
    return this;
  }

  public HttpCall replacing(String name, String value) {
    return without(name).header(name, value);
  }

  public HttpCall body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  public HttpCall body(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  /** A form with the content type that goes with it. */
  public HttpCall form(String text) {
    return replacing("Content-Type", "application/x-www-form-urlencoded; charset=utf-8").body(text);
  }

  /** Says nothing, or something else, about the body's length. */
  public HttpCall lengthAsGiven() {
    lengthGiven = true;
    return this;
  }

  String method() {
    return method;
  }

  String path() {
    int question = target.indexOf('?');
    return question < 0 ? target : target.substring(0, question);
  }

  String query() {
    int question = target.indexOf('?');
    return question < 0 ? "" : target.substring(question + 1);
  }

  byte[] body() {
    return body.clone();
  }

  /** All values of a header, in the form in which they are signed. */
  String signedValue(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(header -> header.value().strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  boolean has(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + target + " " + version + "\r\n");
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (!lengthGiven) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  /** Sends it and reads the answer to the end of the connection. */
  public HttpAnswer send() {
    return send(endpoint, bytes());
  }

  /** Sends any bytes at all. */
  public static HttpAnswer send(URI endpoint, byte[] bytes) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), TIMEOUT_MS);
      OutputStream out = socket.getOutputStream();
      IOException broken = write(out, bytes);
      HttpAnswer answer = HttpAnswer.read(socket.getInputStream());
      if (answer == null) {
        throw broken != null ? broken : new IOException("no answer");
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("asking " + endpoint, e);
    }
  }

  /** A server may answer and close before it has read everything; then its answer counts. */
  private static @org.jspecify.annotations.Nullable IOException write(
      OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s%s", method, endpoint, path());
  }
}
