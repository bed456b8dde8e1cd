package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.ws.security.KnownUsers;
import cloud.jarrah.ws.security.Xml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.wsdl.Definition;
import javax.wsdl.WSDLException;
import org.apache.cxf.wsdl.WSDLManager;
import org.apache.cxf.wsdl11.ServiceWSDLBuilder;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class WsdlTest {
  private static final String SOAP_BINDING = "http://schemas.xmlsoap.org/wsdl/soap/";
  private static final Path COMMITTED = Path.of("../contract/jarrah-ec2.wsdl");
  private static final Path GENERATED = Path.of("target/jarrah-ec2.wsdl");

  @Test
  void committedWsdlIsTheOneThatTheEndpointHas() throws Exception {
    String generated = Xml.pretty(tidy(generate()));
    Files.writeString(GENERATED, generated);

    assertThat(read(COMMITTED).equals(generated))
        .as(
            "%2$s is not what the endpoint has; if the change is wanted, copy %1$s there",
            GENERATED, COMMITTED)
        .isTrue();
  }

  private static String read(Path path) throws IOException {
    return Files.exists(path) ? Files.readString(path) : "";
  }

  private static Document generate() throws WSDLException {
    try (SoapServer server = new SoapServer(new TestCloud(), new KnownUsers(), true)) {
      Definition definition =
          new ServiceWSDLBuilder(
                  server.bus(), server.server().getEndpoint().getService().getServiceInfos())
              .build();
      return server
          .bus()
          .getExtension(WSDLManager.class)
          .getWSDLFactory()
          .newWSDLWriter()
          .getDocument(definition);
    }
  }

  /** As it is served, on one's own machine; in an order that does not depend on the Java run. */
  private static Document tidy(Document wsdl) {
    Xml.all(wsdl).forEach(WsdlTest::removeSpace);
    for (Element element : Xml.all(wsdl)) {
      switch (element.getLocalName()) {
        case "definitions", "schema", "portType" -> sort(element);
        case "binding" -> {
          sort(element);
          if (element.hasAttribute("transport")) {
            element.setAttribute("transport", "http://schemas.xmlsoap.org/soap/http");
          }
        }
        case "port" -> {
          Element address = wsdl.createElementNS(SOAP_BINDING, "soap:address");
          address.setAttribute("location", "https://localhost:8743/soap/AmazonEC2");
          element.appendChild(address);
        }
        default -> {}
      }
    }
    return wsdl;
  }

  private static void removeSpace(Element element) {
    for (Node child : children(element)) {
      if (child.getNodeType() == Node.TEXT_NODE && child.getTextContent().isBlank()) {
        element.removeChild(child);
      }
    }
  }

  /** By name within each kind; the kinds keep the order that WSDL asks for. */
  private static void sort(Element parent) {
    List<Node> kinds = children(parent);
    List<String> order = kinds.stream().map(Node::getLocalName).distinct().toList();
    kinds.stream()
        .sorted(
            Comparator.comparing((Node node) -> order.indexOf(node.getLocalName()))
                .thenComparing(node -> ((Element) node).getAttribute("name")))
        .forEach(parent::appendChild);
  }

  private static List<Node> children(Element parent) {
    List<Node> children = new ArrayList<>();
    for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
      children.add(at);
    }
    return children;
  }
}
