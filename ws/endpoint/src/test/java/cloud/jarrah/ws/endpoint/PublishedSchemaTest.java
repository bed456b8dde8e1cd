package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.jarrah.ws.security.Xml;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Validates answers against the schema of the WSDL that the asking client was generated from. The
 * environment variable JARRAH_CONTRACTS names the directory that has the published WSDLs.
 */
class PublishedSchemaTest extends SoapTest {

  @ParameterizedTest
  @CsvSource({
    "2009-11-30, DescribeRegions",
    "2010-08-31, DescribeRegions",
    "2013-10-15, DescribeRegions",
    "2009-11-30, DescribeKeyPairs",
    "2013-10-15, DescribeKeyPairs",
    "2009-11-30, DescribeInstances",
    "2010-08-31, DescribeInstances",
    "2013-10-15, DescribeInstances"
  })
  void answerIsValidForTheAskedVersion(String version, String action) throws Exception {
    String directory = System.getenv("JARRAH_CONTRACTS");
    assumeTrue(directory != null, "set JARRAH_CONTRACTS to the published WSDLs' directory");

    String answer = call("<" + action + " xmlns='http://ec2.amazonaws.com/doc/" + version + "/'/>");

    Element body = Xml.first(Xml.parse(answer), action + "Response");
    schema(Path.of(directory, "ec2-" + version + ".wsdl"))
        .newValidator()
        .validate(new DOMSource(body));
    assertThat(body.getElementsByTagName("requestId").getLength()).isEqualTo(1);
  }

  private static Schema schema(Path wsdl) throws Exception {
    Document document = Xml.parse(Files.readString(wsdl));
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
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new DOMSource(schema));
  }
}
