package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.ws.security.HandSigned;
import cloud.jarrah.ws.security.SignedMessage;
import cloud.jarrah.ws.security.User;
import cloud.jarrah.ws.security.Xml;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.spec.XPathFilter2ParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XPathType;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signatures that are right in themselves, and would say less than they seem to. */
class StrangeSignatureTest extends SoapTest {
  private static final String LAUNCH =
      "<RunInstances xmlns=\"" + Xml.EC2 + "\"><imageId>ami-1</imageId></RunInstances>";

  private void assertRefused(Document message) {
    assertThat(code(server.post(Xml.text(message)))).isEqualTo("aws:Client.AuthFailure");
    assertThat(cloud.requests).isEmpty();
  }

  @Test
  void plainSignatureOfAnotherLibraryIsAccepted() {
    String answer = server.post(Xml.text(HandSigned.by(ALICE).sign(REGIONS)));
    assertThat(answer).contains("DescribeRegionsResponse");
  }

  @Test
  void pathThatLeavesSomethingUnsignedIsRefused() {
    XPathFilterParameterSpec allButTheImage =
        new XPathFilterParameterSpec("not(ancestor-or-self::e:imageId)", Map.of("e", Xml.EC2));
    Document message = HandSigned.by(ALICE).transform(Transform.XPATH, allButTheImage).sign(LAUNCH);
    assertRefused(message);
    Xml.first(message, "imageId").setTextContent("ami-666");
    assertRefused(message);
  }

  @Test
  void filterThatLeavesSomethingUnsignedIsRefused() {
    XPathFilter2ParameterSpec allButTheImage =
        new XPathFilter2ParameterSpec(
            List.of(new XPathType("//e:imageId", XPathType.Filter.SUBTRACT, Map.of("e", Xml.EC2))));
    assertRefused(HandSigned.by(ALICE).transform(Transform.XPATH2, allButTheImage).sign(LAUNCH));
  }

  @Test
  void stylesheetIsRefused() {
    Document stylesheet =
        Xml.parse(
            "<x:stylesheet version='1.0' xmlns:x='http://www.w3.org/1999/XSL/Transform'>"
                + "<x:template match='/'><constant/></x:template></x:stylesheet>");
    XSLTTransformParameterSpec constant =
        new XSLTTransformParameterSpec(new DOMStructure(stylesheet.getDocumentElement()));
    assertRefused(HandSigned.by(ALICE).transform(Transform.XSLT, constant).sign(LAUNCH));
  }

  @Test
  void publicKeyIsNoSharedSecret() {
    for (String hmac :
        List.of(
            "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")) {
      assertRefused(HandSigned.by(ALICE).hmacWithThePublicKey(hmac).sign(LAUNCH));
    }
  }

  @Test
  void keyShownBesideTheCertificateDoesNotCount() {
    assertRefused(HandSigned.by(ALICE).withKeyValueOf(User.named("mallory")).sign(LAUNCH));
  }

  @Test
  void anotherUsersCertificateDoesNotMakeItTheirs() {
    User bob = User.named("bob");
    users.add(bob);
    Document message = HandSigned.by(bob).sign(REGIONS);
    Element token = Xml.first(message, "BinarySecurityToken");
    Document ofAlice = HandSigned.by(ALICE).sign(REGIONS);
    token.setTextContent(Xml.first(ofAlice, "BinarySecurityToken").getTextContent());
    assertRefused(message);
  }

  @Test
  void elementWithTheBodysIdIsRefused() {
    for (String kind : List.of("urn:x", Xml.EC2)) {
      String answer =
          tampered(
              message -> {
                String id = Xml.first(message, "Body").getAttributeNS(WSConstants.WSU_NS, "Id");
                Element decoy = message.createElementNS(kind, "d:RunInstances");
                decoy.setAttributeNS(WSConstants.WSU_NS, "wsu:Id", id);
                Xml.first(message, "Header").appendChild(decoy);
              });
      assertThat(code(answer)).isEqualTo("aws:Client.AuthFailure");
      assertThat(cloud.requests).isEmpty();
    }
  }

  @Test
  void messageIsAcceptedOnceByAllServersAndAfterARestart() {
    String message = Xml.text(SignedMessage.by(ALICE).sign(REGIONS));
    assertThat(server.post(message)).contains("DescribeRegionsResponse");
    cloud.requests.clear();
    server.close();
    // The table of seen messages is what servers share, and what outlives them.
    for (int restart = 0; restart < 2; restart++) {
      try (SoapServer other = new SoapServer(cloud, users, true)) {
        assertThat(code(other.post(message))).isEqualTo("aws:Client.AuthFailure");
      }
    }
    assertThat(cloud.requests).isEmpty();
  }

  @Test
  void headerThatNamesAnotherActionIsRefused() {
    for (String other : List.of("RunInstances", "\"RunInstances\"", "describeregions", "x")) {
      assertThat(callAs(other, REGIONS)).as(other).contains("Client.InvalidRequest");
    }
    assertThat(cloud.requests).isEmpty();
  }

  @Test
  void headerThatNamesTheActionOrNothingIsAccepted() {
    for (String same : List.of("DescribeRegions", "\"DescribeRegions\"", "\"\"", "")) {
      assertThat(callAs(same, REGIONS)).as(same).contains("DescribeRegionsResponse");
    }
  }
}
