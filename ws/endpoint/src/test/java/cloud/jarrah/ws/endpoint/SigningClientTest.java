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
import jakarta.xml.ws.soap.SOAPFaultException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stubs of the committed WSDL, over HTTP. */
class SigningClientTest extends SoapTest {
  private Path directory;
  private HttpFront front;

  @BeforeEach
  void listen(@TempDir Path temporary) {
    directory = temporary;
    front = HttpFront.of(server);
  }

  @AfterEach
  void close() {
    front.close();
  }

  private AmazonEC2PortType connect(User user) throws Exception {
    return JarrahClient.connect(
        front.address(), user.writeCertificate(directory), user.writeKey(directory));
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
    Path certificate = ALICE.writeCertificate(directory);

    assertThatThrownBy(
            () -> JarrahClient.connect(URI.create("http://localhost"), certificate, certificate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PKCS #8");
  }
}
