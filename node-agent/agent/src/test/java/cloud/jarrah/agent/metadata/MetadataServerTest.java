package cloud.jarrah.agent.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.agent.scheduling.AgentThreads;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataServerTest {
  private AgentThreads threads;
  private MetadataServer server;

  @BeforeEach
  void start() throws IOException {
    threads = AgentThreads.create(1, 1);
    server = new MetadataServer(new HostPort("127.0.0.1", 0), threads);
    server.start(new MetadataService(address -> Specs.instance("i-0000000a"), Clock.systemUTC()));
  }

  @AfterEach
  void end() {
    server.close();
    threads.close();
  }

  private String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(20_000);
    return socket;
  }

  @Test
  void ordinaryClientIsServed() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI uri = URI.create("http://127.0.0.1:" + server.port() + "/latest/meta-data/instance-id?x=1");
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> response =
          client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.body()).isEqualTo("i-0000000a");
    }
  }

  @Test
  void severalRequestsShareAConnection() throws IOException {
    String request = "GET /latest/meta-data/mac HTTP/1.1\r\nHost: x\r\n\r\n";
    assertThat(raw(request + "\r\n" + request).split("HTTP/1.1 200 OK", -1)).hasSize(3);
  }

  @Test
  void headHasNoBody() throws IOException {
    assertThat(raw("HEAD /latest/meta-data/mac HTTP/1.0\r\n\r\n"))
        .contains("Content-Length: 17")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon here\r\n\r\n",
        "GET http://other/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/3\r\n\r\n",
        "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "PUT / HTTP/1.1\r\nContent-Length: 99999\r\n\r\n",
        "PUT / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "PUT / HTTP/1.1\r\nContent-Length: 10\r\n\r\nshort",
        "GET / HTTP/1.1\r\nHost: cut",
        "\u0000\u0001\u0002\r\n\r\n"
      })
  void nonsenseIsRefused(String request) throws IOException {
    assertThat(raw(request)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void endlessHeadIsRefused() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(1300) + "Z: " + "z".repeat(300)))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void guestCanHoldOnlyAFewConnections() throws IOException {
    List<Socket> held = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      held.add(connect());
    }
    try (Socket ninth = connect();
        InputStream in = ninth.getInputStream()) {
      assertThat(in.read()).as("closed at once").isEqualTo(-1);
    }
    for (Socket socket : held) {
      socket.close();
    }
    await().until(() -> raw("GET /1.0/ HTTP/1.0\r\n\r\n").contains("200 OK"));
  }
}
