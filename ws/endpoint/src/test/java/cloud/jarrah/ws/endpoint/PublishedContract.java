package cloud.jarrah.ws.endpoint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.jarrah.ws.ports.AmazonEC2PortType;
import cloud.jarrah.ws.security.Xml;
import jakarta.jws.WebMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.xml.sax.SAXException;

/** A WSDL that Amazon published, from the directory that JARRAH_CONTRACTS names. */
record PublishedContract(String version, Path file, Document document) {
  static final List<String> VERSIONS = List.of("2009-11-30", "2010-08-31", "2013-10-15");

  /** All of them; the test is skipped, and says so, where they are not. */
  static Stream<PublishedContract> all() {
    String directory = System.getenv("JARRAH_CONTRACTS");
    assumeTrue(directory != null, "set JARRAH_CONTRACTS to the published WSDLs' directory");
    return VERSIONS.stream().map(version -> read(Path.of(directory), version));
  }

  private static PublishedContract read(Path directory, String version) {
    try {
      Path file = directory.resolve("ec2-" + version + ".wsdl");
      return new PublishedContract(version, file, Xml.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String namespace() {
    return "http://ec2.amazonaws.com/doc/" + version + "/";
  }

  /** Those of its actions that we have, by name. */
  List<String> ourActions() {
    Set<String> published =
        Xml.all(document).stream()
            .filter(element -> "operation".equals(element.getLocalName()))
            .map(element -> element.getAttribute("name"))
            .collect(Collectors.toSet());
    return Arrays.stream(AmazonEC2PortType.class.getMethods())
        .map(method -> method.getAnnotation(WebMethod.class))
        .filter(Objects::nonNull)
        .map(WebMethod::operationName)
        .filter(published::contains)
        .sorted()
        .toList();
  }

  Choices choices() {
    return Choices.in(document);
  }

  Schema schema() {
    Element schema = Xml.first(document, "schema");
    // Prefixes that are declared around the schema have to stay with it.
    NamedNodeMap outside = document.getDocumentElement().getAttributes();
    for (int i = 0; i < outside.getLength(); i++) {
      String name = outside.item(i).getNodeName();
      if (name.startsWith("xmlns:") && !schema.hasAttribute(name)) {
        schema.setAttributeNS(
            XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, outside.item(i).getNodeValue());
      }
    }
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(new DOMSource(schema));
    } catch (SAXException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  @Override
  public String toString() {
    return version;
  }
}
