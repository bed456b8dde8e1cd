package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.ws.security.SignedMessage;
import cloud.jarrah.ws.security.User;
import cloud.jarrah.ws.security.Xml;
import java.time.Instant;
import java.util.List;
import org.apache.wss4j.dom.WSConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whoever cannot sign a message cannot have it carried out, however it is put together. */
class SignatureAttackTest extends SoapTest {
  private static final String FORGED =
      "<RunInstances xmlns=\"" + Xml.EC2 + "\"><imageId>ami-1</imageId></RunInstances>";

  @AfterEach
  void nothingWasCarriedOut() {
    assertThat(cloud.requests).isEmpty();
  }

  private static void assertRefused(String answer) {
    assertThat(code(answer)).isEqualTo("aws:Client.AuthFailure");
    assertThat(answer).contains("RequestId");
  }

  /** Not even looked at as a signature. */
  private static void assertUnreadable(String answer) {
    assertThat(code(answer)).isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void unsignedRequestIsRefused() {
    assertRefused(server.post(Xml.text(Xml.envelope(REGIONS))));
  }

  @Test
  void strangerIsRefusedAndNotRemembered() {
    assertRefused(server.post(Xml.text(SignedMessage.by(User.named("alice")).sign(REGIONS))));
    assertThat(users.messagesSeen()).isZero();
  }

  @Test
  void expiredCertificateIsRefused() {
    Instant now = Instant.now();
    User late = User.validBetween("late", now.minusSeconds(7200), now.minusSeconds(3600));
    users.add(late);
    assertRefused(server.post(Xml.text(SignedMessage.by(late).sign(REGIONS))));
  }

  @Test
  void changedBodyIsRefused() {
    assertRefused(tampered(message -> body(message).appendChild(forged(message))));
  }

  @Test
  void bodyThatIsNotSignedIsRefused() {
    assertRefused(server.post(Xml.text(SignedMessage.by(ALICE).without("Body").sign(REGIONS))));
  }

  @Test
  void timestampThatIsNotSignedIsRefused() {
    assertRefused(
        server.post(Xml.text(SignedMessage.by(ALICE).without("Timestamp").sign(REGIONS))));
  }

  @Test
  void missingTimestampIsRefused() {
    assertRefused(tampered(message -> remove(Xml.first(message, "Timestamp"))));
  }

  @Test
  void secondTimestampIsRefused() {
    assertRefused(
        tampered(
            message -> {
              Element timestamp = Xml.first(message, "Timestamp");
              Element copy = (Element) timestamp.cloneNode(true);
              copy.removeAttributeNS(WSConstants.WSU_NS, "Id");
              timestamp.getParentNode().insertBefore(copy, timestamp);
            }));
  }

  @Test
  void messageOfAnotherTimeIsRefused() {
    for (int seconds : List.of(-3600, -320, 320, 3600)) {
      Instant created = Instant.now().plusSeconds(seconds);
      String answer = server.post(Xml.text(SignedMessage.by(ALICE).created(created).sign(REGIONS)));
      assertThat(code(answer)).isEqualTo("aws:Client.RequestExpired");
    }
  }

  @Test
  void staleSignedTimestampInAWrapperIsRefused() {
    assertRefused(
        tampered(
            message -> {
              Element timestamp = Xml.first(message, "Timestamp");
              Element fresh = (Element) timestamp.cloneNode(true);
              fresh.removeAttributeNS(WSConstants.WSU_NS, "Id");
              timestamp.getParentNode().appendChild(fresh);
              Element wrapper = message.createElementNS("urn:x", "x:wrapper");
              header(message).appendChild(wrapper);
              wrapper.appendChild(timestamp);
            }));
  }

  @Test
  void signedBodyMovedIntoTheHeaderIsRefused() {
    assertUnreadable(
        tampered(
            message -> {
              Element body = body(message);
              Element fake = message.createElementNS(Xml.SOAP, "s:Body");
              fake.appendChild(forged(message));
              message.getDocumentElement().appendChild(fake);
              header(message).appendChild(body);
            }));
  }

  @Test
  void signedBodyInsideAForgedOneIsRefused() {
    for (boolean sameId : List.of(false, true)) {
      assertUnreadable(
          tampered(
              message -> {
                Element body = body(message);
                Element fake = message.createElementNS(Xml.SOAP, "s:Body");
                if (sameId) {
                  fake.setAttributeNS(
                      WSConstants.WSU_NS, "wsu:Id", body.getAttributeNS(WSConstants.WSU_NS, "Id"));
                }
                Element request = forged(message);
                fake.appendChild(request);
                message.getDocumentElement().appendChild(fake);
                request.appendChild(body);
              }));
    }
  }

  @Test
  void secondBodyIsRefused() {
    for (boolean first : List.of(true, false)) {
      String answer =
          tampered(
              message -> {
                Element fake = message.createElementNS(Xml.SOAP, "s:Body");
                fake.appendChild(forged(message));
                message.getDocumentElement().insertBefore(fake, first ? body(message) : null);
              });
      assertThat(code(answer)).startsWith("aws:Client.");
    }
  }

  @Test
  void secondSecurityHeaderIsRefused() {
    assertRefused(
        tampered(
            message -> {
              Element security = Xml.first(message, "Security");
              Element second = (Element) security.cloneNode(false);
              second.setAttributeNS(Xml.SOAP, "s:actor", "urn:x");
              second.setAttributeNS(Xml.SOAP, "s:mustUnderstand", "0");
              header(message).appendChild(second);
            }));
  }

  @Test
  void elementBesideTheBodyIsRefused() {
    String answer =
        tampered(
            message ->
                message
                    .getDocumentElement()
                    .appendChild(message.createElementNS("urn:x", "x:more")));
    assertUnreadable(answer);
  }

  @Test
  void signatureWithoutACertificateIsRefused() {
    for (int identifier :
        List.of(
            WSConstants.KEY_VALUE,
            WSConstants.ISSUER_SERIAL,
            WSConstants.SKI_KEY_IDENTIFIER,
            WSConstants.X509_KEY_IDENTIFIER,
            WSConstants.THUMBPRINT_IDENTIFIER)) {
      String answer =
          server.post(Xml.text(SignedMessage.by(ALICE).keyIdentifier(identifier).sign(REGIONS)));
      // An embedded certificate is as good as a token: what counts is whose it is.
      if (identifier == WSConstants.X509_KEY_IDENTIFIER) {
        cloud.requests.clear();
      } else {
        assertRefused(answer);
      }
    }
  }

  @Test
  void inclusiveCanonicalisationIsRefused() {
    assertRefused(
        server.post(
            Xml.text(
                SignedMessage.by(ALICE)
                    .tweak(
                        signature ->
                            signature.setSigCanonicalization(WSConstants.C14N_OMIT_COMMENTS))
                    .sign(REGIONS))));
  }

  @Test
  void sameMessageIsAcceptedOnce() {
    String message = Xml.text(SignedMessage.by(ALICE).sign(REGIONS));
    assertThat(server.post(message)).contains("DescribeRegionsResponse");
    cloud.requests.clear();

    assertRefused(server.post(message));
    assertRefused(server.post(message.replace("<ds:SignatureValue>", "<ds:SignatureValue>\n ")));
  }

  private static Element body(Document message) {
    return Xml.first(message, "Body");
  }

  private static Element header(Document message) {
    return Xml.first(message, "Header");
  }

  private static Element forged(Document message) {
    return (Element) message.importNode(Xml.parse(FORGED).getDocumentElement(), true);
  }

  private static void remove(Element element) {
    element.getParentNode().removeChild(element);
  }
}
