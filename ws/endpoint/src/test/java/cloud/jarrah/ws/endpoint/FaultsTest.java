package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.ws.security.Xml;
import org.junit.jupiter.api.Test;

class FaultsTest extends SoapTest {

  @Test
  void refusalHasTheShapeThatClientsOfEc2Know() {
    String answer = call("<TerminateInstances xmlns='" + Xml.EC2 + "'/>");

    assertThat(code(answer)).isEqualTo("aws:Client.InvalidInstanceID.NotFound");
    assertThat(answer)
        .contains("xmlns:aws=\"http://webservices.amazon.com/AWSFault/2005-15-09\"")
        .contains("<faultstring>The instance ID 'i-1' does not exist</faultstring>")
        .containsPattern("<detail>.*RequestId.*[0-9a-f-]{36}.*</detail>");
  }

  @Test
  void ownFaultTellsNothingButTheRequestId() {
    String answer = call("<RunInstances xmlns='" + Xml.EC2 + "'/>");

    assertThat(code(answer)).isEqualTo("aws:Server.InternalError");
    assertThat(answer).doesNotContain("secret").doesNotContain("Exception");
    String requestId = cloud.callers.get(0).requestId();
    assertThat(answer.split(requestId, -1)).hasSize(3);
  }

  @Test
  void actionThatDoesNotExistIsNamed() {
    assertThat(call("<MakeTea xmlns='" + Xml.EC2 + "'/>"))
        .contains("aws:Client.InvalidAction")
        .contains("The action MakeTea is not valid for this web service.");
  }

  @Test
  void actionThatTheCatalogueLacksIsInvalid() {
    assertThat(code(call("<StopInstances xmlns='" + Xml.EC2 + "'/>")))
        .isEqualTo("aws:Client.InvalidAction");
  }

  @Test
  void valueOfTheWrongTypeIsTheClientsFault() {
    String answer =
        call("<RunInstances xmlns='" + Xml.EC2 + "'><minCount>many</minCount></RunInstances>");

    assertThat(code(answer)).isEqualTo("aws:Client.InvalidRequest");
    assertThat(answer).contains("many");
    assertThat(cloud.requests).isEmpty();
  }

  @Test
  void bodyMustHoldOneRequest() {
    assertThat(code(call(""))).isEqualTo("aws:Client.InvalidRequest");
    assertThat(code(call(REGIONS + REGIONS))).isEqualTo("aws:Client.InvalidRequest");
    assertThat(cloud.requests).isEmpty();
  }
}
