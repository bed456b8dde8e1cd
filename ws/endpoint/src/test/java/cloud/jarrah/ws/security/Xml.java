package cloud.jarrah.ws.security;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML as text and as a tree. */
public final class Xml {
  public static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  public static final String EC2 = "http://ec2.amazonaws.com/doc/2016-11-15/";

  private Xml() {}

  public static Document parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
      throw new IllegalStateException(xml, e);
    }
  }

  public static String text(Document document) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Indented, one element a line, always the same for the same document. */
  public static String pretty(Document document) {
    try {
      Transformer transformer = TransformerFactory.newInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
      StringWriter out = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toString().replace("\r\n", "\n");
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Document envelope(String body) {
    return parse(
        "<s:Envelope xmlns:s=\""
            + SOAP
            + "\"><s:Header/><s:Body>"
            + body
            + "</s:Body></s:Envelope>");
  }

  /** The first element of that local name, wherever it is. */
  public static Element first(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    if (found.getLength() == 0) {
      throw new IllegalStateException("no " + name + " in " + text(document));
    }
    return (Element) found.item(0);
  }

  public static List<Element> all(Document document) {
    NodeList found = document.getElementsByTagNameNS("*", "*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
