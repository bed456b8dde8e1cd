package cloud.jarrah.agent.hypervisor.libvirt;

import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.node.Berth;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A running domain's description for another host: what its guest sees stays as it is, what lies on
 * the host is that host's.
 */
final class DestinationXml {

  private DestinationXml() {}

  static String rewrite(String running, Berth to) throws HypervisorException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document =
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(running)));
      rewrite(document, to);
      return text(document);
    } catch (ParserConfigurationException | SAXException | IOException | TransformerException e) {
      throw new HypervisorException(
          "The hypervisor's description of the instance cannot be read", true, e);
    }
  }

  private static void rewrite(Document document, Berth to) {
    setText(document, "kernel", to.kernel());
    setText(document, "initrd", to.ramdisk());
    for (Element disk : elements(document, "disk")) {
      setSource(disk, "file", to.disk());
      // The other host's hypervisor reads from the disk what lies below it.
      elements(disk, "backingStore").forEach(each -> each.getParentNode().removeChild(each));
    }
    for (String device : new String[] {"serial", "console"}) {
      elements(document, device).forEach(each -> setSource(each, "path", to.console()));
    }
    elements(document, "interface").forEach(each -> setSource(each, "bridge", to.bridge()));
  }

  private static void setText(Document document, String element, @Nullable String text) {
    if (text != null) {
      elements(document, element).forEach(each -> each.setTextContent(text));
    }
  }

  private static void setSource(Element device, String attribute, String value) {
    for (Element source : elements(device, "source")) {
      if (source.getParentNode() == device && source.hasAttribute(attribute)) {
        source.setAttribute(attribute, value);
      }
    }
  }

  private static List<Element> elements(Node within, String name) {
    NodeList found =
        within instanceof Document document
            ? document.getElementsByTagName(name)
            : ((Element) within).getElementsByTagName(name);
    List<Element> copy = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      copy.add((Element) found.item(i));
    }
    return copy;
  }

  private static String text(Document document) throws TransformerException {
    StringWriter text = new StringWriter();
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }
}
