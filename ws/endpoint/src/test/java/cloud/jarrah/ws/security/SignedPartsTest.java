package cloud.jarrah.ws.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import java.util.List;
import org.apache.wss4j.dom.WSDataRef;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SignedPartsTest {
  private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";

  private final Document message = SignedMessage.by(User.named("alice")).sign("<a/>");

  private WSDataRef reference(String name, String... transforms) {
    WSDataRef reference = new WSDataRef();
    reference.setProtectedElement(Xml.first(message, name));
    reference.setTransformAlgorithms(List.of(transforms));
    return reference;
  }

  private void check(WSDataRef... references) {
    SignedParts.check(message.getDocumentElement(), List.of(references));
  }

  @Test
  void bodyAndTimestampInPlaceAreAccepted() {
    assertThatCode(() -> check(reference("Body", EXCLUSIVE), reference("Timestamp", EXCLUSIVE)))
        .doesNotThrowAnyException();
  }

  @Test
  void transformThatMayLeaveSomethingOutIsRefused() {
    for (String transform :
        List.of(
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "http://www.w3.org/2002/06/xmldsig-filter2",
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
            "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315")) {
      assertThatThrownBy(
              () ->
                  check(reference("Body", transform, EXCLUSIVE), reference("Timestamp", EXCLUSIVE)))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("exclusive canonicalisation only");
    }
    assertThatThrownBy(() -> check(reference("Body"), reference("Timestamp", EXCLUSIVE)))
        .isInstanceOf(ApiException.class);
  }

  @Test
  void copyOfTheBodyIsNotTheBody() {
    WSDataRef copy = reference("Body", EXCLUSIVE);
    copy.setProtectedElement((Element) Xml.first(message, "Body").cloneNode(true));

    assertThatThrownBy(() -> check(copy, reference("Timestamp", EXCLUSIVE)))
        .hasMessageContaining("does not cover the Body");
  }
}
