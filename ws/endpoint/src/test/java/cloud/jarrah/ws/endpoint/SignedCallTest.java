package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.ws.security.KnownUsers;
import cloud.jarrah.ws.security.SignedMessage;
import cloud.jarrah.ws.security.User;
import cloud.jarrah.ws.security.Xml;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedCallTest {
  private static final User ALICE = User.named("alice");

  private final TestCloud cloud = new TestCloud();
  private final KnownUsers users = new KnownUsers().add(ALICE);
  private final SoapServer server = new SoapServer(cloud, users, true);

  @AfterEach
  void stop() {
    server.close();
  }

  private String call(String body) {
    return server.post(Xml.text(SignedMessage.by(ALICE).sign(body)));
  }

  @Test
  void signedRequestIsCarriedOutForItsSigner() {
    String answer = call("<DescribeRegions xmlns='" + Xml.EC2 + "'><regionSet/></DescribeRegions>");

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
}
