package cloud.jarrah.it.wire;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element of an answer, read by local names. */
public record Xml(Element element) {

  public static Xml parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Xml(
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(text)))
              .getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("not XML: " + text, e);
    }
  }

  public String name() {
    return element.getLocalName();
  }

  /** Text of the first element of that name anywhere below; empty if there is none. */
  public String first(String name) {
    NodeList found = element.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  /** Text of every element of that name anywhere below. */
  public List<String> all(String name) {
    NodeList found = element.getElementsByTagNameNS("*", name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** Text at a path of children, such as {@code stateReason/code}; empty if there is none. */
  public String text(String path) {
    Xml at = at(path);
    return at == null ? "" : at.element().getTextContent();
  }

  /** The items of a list. */
  public List<Xml> items(String path) {
    Xml list = at(path);
    return list == null ? List.of() : list.children("item");
  }

  private @Nullable Xml at(String path) {
    Xml at = this;
    for (String step : path.split("/", -1)) {
      List<Xml> found = at.children(step);
      if (found.isEmpty()) {
        return null;
      }
      at = found.get(0);
    }
    return at;
  }

  private List<Xml> children(String name) {
    List<Xml> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && name.equals(child.getLocalName())) {
        found.add(new Xml(child));
      }
    }
    return found;
  }
}
