package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.ws.security.SignedMessage;
import cloud.jarrah.ws.security.Xml;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileXmlTest extends SoapTest {

  @AfterEach
  void nothingWasCarriedOut() {
    assertThat(cloud.requests).isEmpty();
  }

  private static String signed() {
    return Xml.text(SignedMessage.by(ALICE).sign(REGIONS));
  }

  @Test
  void documentTypeIsRefusedEvenIfSigned() {
    String answer =
        server.post("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>" + signed());
    assertThat(code(answer)).isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void entitiesAreRefused() {
    String answer =
        server.post(
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;'>]>"
                + signed().replace("<s:Header>", "<s:Header>&b;"));
    assertThat(code(answer)).isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void processingInstructionIsRefused() {
    assertThat(code(server.post(signed().replace("<s:Header>", "<s:Header><?x y?>"))))
        .isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void deepDocumentIsRefused() {
    String deep = "<a>".repeat(5000) + "</a>".repeat(5000);
    assertThat(code(server.post(Xml.text(Xml.envelope("")).replace("<s:Body/>", deep))))
        .isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void documentOfTooManyElementsIsRefused() {
    String many = "<s:Header>" + "<a x='1'/>".repeat(30_000) + "</s:Header>";
    assertThat(code(server.post(Xml.text(Xml.envelope("")).replace("<s:Header/>", many))))
        .isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void elementOfTooManyAttributesIsRefused() {
    for (String pattern : List.of(" x%d=''", " xmlns:x%d='urn:x'")) {
      StringBuilder attributes = new StringBuilder();
      for (int i = 0; i < 30_000; i++) {
        attributes.append(String.format(pattern, i));
      }
      String header = "<s:Header><a" + attributes + "/></s:Header>";
      assertThat(code(server.post(Xml.text(Xml.envelope("")).replace("<s:Header/>", header))))
          .as(pattern)
          .isEqualTo("aws:Client.InvalidRequest");
    }
  }

  @Test
  void manyAttributesThatCollideAreRefusedFast() {
    StringBuilder header = new StringBuilder("<s:Header>");
    for (int i = 0; i < 60; i++) {
      header.append("<a").append(" Aa='' BB=''".repeat(200)).append("/>");
    }
    String envelope = Xml.text(Xml.envelope("")).replace("<s:Header/>", header + "</s:Header>");
    assertThat(code(server.post(envelope))).isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void expandingEntitiesAreNotExpanded() {
    StringBuilder types = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i <= 40; i++) {
      types.append(String.format("<!ENTITY a%d '&a%d;&a%d;'>", i, i - 1, i - 1));
    }
    String bomb = types + "]>" + signed().replace("<s:Header>", "<s:Header>&a40;");
    assertThat(code(server.post(bomb))).isEqualTo("aws:Client.InvalidRequest");
  }

  @Test
  void largeDocumentIsRefused() {
    String large = "<s:Header>" + "x".repeat(2 << 20) + "</s:Header>";
    assertThat(code(server.post(Xml.text(Xml.envelope("")).replace("<s:Header/>", large))))
        .isEqualTo("aws:Client.RequestEntityTooLarge");
  }

  @Test
  void whatIsNotSoapIsTheClientsFault() {
    String half = signed();
    for (String junk :
        List.of(
            "",
            " ",
            "hello",
            "<",
            "<a/>",
            "{\"a\":1}",
            "<a xmlns='urn:x'/>",
            "\u0000\u0001",
            REGIONS,
            "<s:Envelope xmlns:s='" + Xml.SOAP + "'/>",
            "<s:Envelope xmlns:s='" + Xml.SOAP + "'><s:Body>",
            "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body/></s:Envelope>",
            half.substring(0, half.length() - 9),
            half + "<more/>")) {
      assertThat(code(server.post(junk))).as(junk).isEqualTo("aws:Client.InvalidRequest");
    }
  }

  @Test
  void emptyEnvelopeIsNotSigned() {
    for (String header : List.of("", "<s:Header/>")) {
      String empty = "<s:Envelope xmlns:s='" + Xml.SOAP + "'>" + header + "<s:Body/></s:Envelope>";
      assertThat(code(server.post(empty))).isEqualTo("aws:Client.AuthFailure");
    }
  }

  @Test
  void attachmentsAreRefused() {
    assertThat(
            code(
                server.post(
                    "--b\r\nContent-Type: text/xml\r\n\r\n" + signed() + "\r\n--b--",
                    "multipart/related; boundary=b; type=\"text/xml\"")))
        .isEqualTo("aws:Client.InvalidRequest");
  }
}
