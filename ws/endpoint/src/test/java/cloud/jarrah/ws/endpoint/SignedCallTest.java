package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.ws.security.KnownUsers;
import cloud.jarrah.ws.security.SignedMessage;
import cloud.jarrah.ws.security.Xml;
import org.junit.jupiter.api.Test;

class SignedCallTest extends SoapTest {

  @Test
  void signedRequestIsCarriedOutForItsSigner() {
    String answer = call(REGIONS);

    assertThat(answer)
        .contains("<regionName>jarrah-1</regionName>")
        .contains("<optInStatus>opt-in-not-required</optInStatus>");
    assertThat(cloud.requests).hasSize(1).first().isInstanceOf(DescribeRegionsRequest.class);
    Caller caller = cloud.callers.get(0);
    assertThat(caller.identity()).isEqualTo(ALICE.identity());
    assertThat(caller.credential()).isEqualTo(ALICE.fingerprint());
    assertThat(caller.protocol()).isEqualTo(Caller.Protocol.SOAP);
    assertThat(answer).contains("<requestId>" + caller.requestId() + "</requestId>");
  }

  @Test
  void answerIsEscapedXml() {
    assertThat(call("<DescribeKeyPairs xmlns='" + Xml.EC2 + "'/>"))
        .contains("<keyName>käy &lt;&amp;&gt;</keyName>");
  }

  @Test
  void sha1IsAcceptedOnlyWhereItIsAllowed() {
    String old = Xml.text(SignedMessage.by(ALICE).sha1().sign(REGIONS));
    assertThat(server.post(old)).contains("DescribeRegionsResponse");

    server.close();
    try (SoapServer strict = new SoapServer(cloud, new KnownUsers().add(ALICE), false)) {
      assertThat(strict.post(old))
          .contains("Client.AuthFailure")
          .contains("sign with rsa-sha256 and digest with sha256.");
      assertThat(strict.post(Xml.text(SignedMessage.by(ALICE).sign(REGIONS))))
          .contains("DescribeRegionsResponse");
    }
  }

  @Test
  void unsupportedParameterIsRefusedByName() {
    String answer =
        call(
            "<RunInstances xmlns='"
                + Xml.EC2
                + "'><imageId>ami-1</imageId><minCount>1</minCount><maxCount>1</maxCount>"
                + "<blockDeviceMapping><item><deviceName>/dev/sdb</deviceName></item>"
                + "</blockDeviceMapping></RunInstances>");

    assertThat(code(answer)).isEqualTo("aws:Client.UnsupportedOperation");
    assertThat(answer).contains("BlockDeviceMapping");
    assertThat(cloud.requests).isEmpty();
  }

  @Test
  void emptyUnsupportedParameterAndUnknownElementsAreNoMatter() {
    String answer =
        call(
            "<RunInstances xmlns='"
                + Xml.EC2
                + "'><imageId>ami-1</imageId><minCount>1</minCount><maxCount>2</maxCount>"
                + "<fromTheFuture><item>1</item></fromTheFuture>"
                + "<blockDeviceMapping/><placement><tenancy>default</tenancy></placement>"
                + "</RunInstances>");

    assertThat(code(answer)).isEqualTo("aws:Server.InternalError");
    assertThat(cloud.requests).hasSize(1).first().isInstanceOf(RunInstancesRequest.class);
    assertThat(((RunInstancesRequest) cloud.requests.get(0)).maxCount).isEqualTo(2);
  }
}
