package cloud.jarrah.agent.fakes;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.Enrolment;
import cloud.jarrah.node.InstanceSpec.DiskFormat;
import cloud.jarrah.node.InstanceSpec.ImageSource;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.node.NodeReport;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Enrolment over HTTPS and a broker, as an agent sees them. */
public final class FakeCloud {
  private final TestAuthority authority;
  private final FakeBroker broker;
  private final HttpsServer https;
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final List<ReportEnvelope> reports = new CopyOnWriteArrayList<>();
  private final AtomicInteger hosts = new AtomicInteger();
  private final AtomicInteger commands = new AtomicInteger();

  public FakeCloud(Path directory) throws Exception {
    this(directory, "127.0.0.1");
  }

  /**
   * @param address where it listens
   */
  public FakeCloud(Path directory, String address) throws Exception {
    this.authority = new TestAuthority(directory, address);
    this.broker = new FakeBroker(authority, address, reports::add);
    this.https = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(authority.serverContext()));
    https.createContext("/node/v1/enrolment", this::enrol);
    https.start();
  }

  private String address() {
    InetSocketAddress bound = https.getAddress();
    return "https://" + bound.getAddress().getHostAddress() + ":" + bound.getPort();
  }

  /** Offers a file for download. */
  public ImageSource image(String id, Path file) throws Exception {
    byte[] content = Files.readAllBytes(file);
    https.createContext(
        "/images/" + id,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
          }
        });
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    return new ImageSource(id, address() + "/images/" + id, content.length, sha256, DiskFormat.RAW);
  }

  public URI enrolmentUrl() {
    return URI.create(address() + "/node/v1/enrolment");
  }

  public Path authorityFile() {
    return authority.authorityFile();
  }

  public FakeBroker broker() {
    return broker;
  }

  public void allow(String token) {
    tokens.add(token);
  }

  private void enrol(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Enrolment.Request request = NodeWire.decode(body, Enrolment.Request.class);
      if (!tokens.remove(request.token())) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      String hostId = "h-" + hosts.incrementAndGet();
      byte[] answer = NodeWire.encode(answer(hostId, request)).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (Exception e) {
      throw new IOException("cannot enrol", e);
    }
  }

  private Enrolment.Answer answer(String hostId, Enrolment.Request request) throws Exception {
    PublicKey key;
    try (PEMParser parser = new PEMParser(new StringReader(request.certificateRequest()))) {
      PKCS10CertificationRequest pkcs10 = (PKCS10CertificationRequest) parser.readObject();
      key = new JcaPEMKeyConverter().getPublicKey(pkcs10.getSubjectPublicKeyInfo());
    }
    return new Enrolment.Answer(
        hostId,
        1,
        TestAuthority.pem(authority.sign("CN=" + hostId, key, false)),
        authority.authorityPem(),
        "password-of-" + hostId,
        List.of(broker.address()));
  }

  /** A command for {@code hostId}, in time. */
  public CommandEnvelope command(
      String hostId, String resource, long generation, NodeCommand command) {
    return new CommandEnvelope(
        CommandEnvelope.VERSION,
        "c-" + commands.incrementAndGet(),
        hostId,
        1,
        resource,
        generation,
        Instant.now().plus(Duration.ofMinutes(1)),
        "r-1",
        command);
  }

  public CommandEnvelope send(String hostId, String resource, long generation, NodeCommand command)
      throws Exception {
    CommandEnvelope envelope = command(hostId, resource, generation, command);
    broker.send(NodeWire.COMMAND_QUEUE_PREFIX + hostId, NodeWire.encode(envelope));
    return envelope;
  }

  public List<ReportEnvelope> reports() {
    return reports;
  }

  public <T extends NodeReport> List<T> reports(String hostId, Class<T> type) {
    return reports.stream()
        .filter(report -> report.hostId().equals(hostId))
        .map(ReportEnvelope::report)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  public void close() throws Exception {
    https.stop(0);
    broker.close();
  }
}
