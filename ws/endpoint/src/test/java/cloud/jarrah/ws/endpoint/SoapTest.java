package cloud.jarrah.ws.endpoint;

import cloud.jarrah.ws.security.KnownUsers;
import cloud.jarrah.ws.security.SignedMessage;
import cloud.jarrah.ws.security.User;
import cloud.jarrah.ws.security.Xml;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.w3c.dom.Document;

/** The verbs of the tests that speak SOAP to the endpoint. */
abstract class SoapTest {
  static final User ALICE = User.named("alice");
  static final String REGIONS =
      "<DescribeRegions xmlns=\"" + Xml.EC2 + "\"><regionSet/></DescribeRegions>";

  final TestCloud cloud = new TestCloud();
  final KnownUsers users = new KnownUsers().add(ALICE);
  final SoapServer server = new SoapServer(cloud, users, true);

  @AfterEach
  void stop() {
    server.close();
  }

  String call(String body) {
    return server.post(Xml.text(SignedMessage.by(ALICE).sign(body)));
  }

  /** Signs a request and sends it with a header that says which one it is. */
  String callAs(String soapAction, String body) {
    return server.post(
        Xml.text(SignedMessage.by(ALICE).sign(body)),
        "text/xml; charset=UTF-8",
        Map.of("SOAPAction", List.of(soapAction)));
  }

  /** Signs a request, lets an attacker change it, and sends it. */
  String tampered(Consumer<Document> attack) {
    Document message = SignedMessage.by(ALICE).sign(REGIONS);
    attack.accept(message);
    return server.post(Xml.text(message));
  }

  static String code(String answer) {
    return answer.replaceAll("(?s).*<faultcode[^>]*>([^<]*)</faultcode>.*", "$1");
  }
}
