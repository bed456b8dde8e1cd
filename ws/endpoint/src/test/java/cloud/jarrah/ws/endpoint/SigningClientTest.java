package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.client.JarrahClient;
import cloud.jarrah.client.ec2.AmazonEC2PortType;
import cloud.jarrah.client.ec2.DescribeKeyPairsType;
import cloud.jarrah.client.ec2.DescribeRegionsType;
import cloud.jarrah.client.ec2.RegionItemType;
import cloud.jarrah.client.ec2.TerminateInstancesType;
import cloud.jarrah.ws.security.User;
import com.sun.net.httpserver.HttpServer;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stubs of the committed WSDL, over HTTP. */
class SigningClientTest extends SoapTest {
  private Path directory;
  private HttpServer http;

  @BeforeEach
  void listen(@TempDir Path temporary) throws IOException {
    directory = temporary;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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
  }

  @AfterEach
  void close() {
    http.stop(0);
  }

  private AmazonEC2PortType connect(User user) throws Exception {
    return JarrahClient.connect(
        URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/soap/AmazonEC2"),
        pem("CERTIFICATE", encoded(user)),
        pem("PRIVATE KEY", user.keys().getPrivate().getEncoded()));
  }

  private static byte[] encoded(User user) throws CertificateEncodingException {
    return user.certificate().getEncoded();
  }

  private Path pem(String kind, byte[] content) throws IOException {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    return Files.writeString(
        directory.resolve(kind + ".pem"),
        "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
  }

  @Test
  void stubsOfTheCommittedWsdlUnderstandTheAnswers() throws Exception {
    AmazonEC2PortType ec2 = connect(ALICE);

    assertThat(ec2.describeRegions(new DescribeRegionsType()).getRegionInfo().getItem())
        .extracting(RegionItemType::getRegionName)
        .containsExactly("jarrah-1");
    assertThat(ec2.describeKeyPairs(new DescribeKeyPairsType()).getKeySet().getItem())
        .extracting(key -> key.getKeyName())
        .containsExactly("käy <&>");
  }

  @Test
  void refusalIsASoapFaultWithItsCode() throws Exception {
    AmazonEC2PortType ec2 = connect(ALICE);

    assertThatThrownBy(() -> ec2.terminateInstances(new TerminateInstancesType()))
        .isInstanceOfSatisfying(
            SOAPFaultException.class,
            fault ->
                assertThat(fault.getFault().getFaultCodeAsQName().getLocalPart())
                    .isEqualTo("Client.InvalidInstanceID.NotFound"))
        .hasMessageContaining("The instance ID 'i-1' does not exist");
  }

  @Test
  void strangerIsRefused() throws Exception {
    AmazonEC2PortType ec2 = connect(User.named("mallory"));

    assertThatThrownBy(() -> ec2.describeRegions(new DescribeRegionsType()))
        .hasMessageContaining("the certificate is not that of a user");
  }

  @Test
  void fileThatIsNoKeyIsNamed() throws Exception {
    Path certificate = pem("CERTIFICATE", encoded(ALICE));

    assertThatThrownBy(
            () -> JarrahClient.connect(URI.create("http://localhost"), certificate, certificate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PKCS #8");
  }
}
