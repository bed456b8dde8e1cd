package cloud.jarrah.ws.endpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Makes an endpoint reachable by HTTP, on loopback. */
final class HttpFront implements AutoCloseable {
  private final HttpServer http;

  private HttpFront(HttpServer http) {
    this.http = http;
  }

  static HttpFront of(SoapServer server) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      http.createContext(
          "/",
          exchange -> {
            String request =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = server.post(request).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
            boolean fault = new String(answer, StandardCharsets.UTF_8).contains("Fault>");
            exchange.sendResponseHeaders(fault ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      http.start();
      return new HttpFront(http);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/soap/AmazonEC2");
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
