package cloud.jarrah.api.ec2;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The complex types of a published WSDL. */
final class PublishedWsdl {
  private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

  private PublishedWsdl() {}

  /** An element of a type, in its place. */
  record Element(String name, boolean required) {}

  /** Names of the elements that stand for messages. */
  static Set<String> roots(String version) throws Exception {
    Set<String> roots = new HashSet<>();
    for (org.w3c.dom.Element element : all(read(version).getDocumentElement(), "element")) {
      if ("schema".equals(element.getParentNode().getLocalName())) {
        roots.add(element.getAttribute("name"));
      }
    }
    return roots;
  }

  private static Document read(String version) throws Exception {
    String directory = Objects.requireNonNull(System.getenv("JARRAH_CONTRACTS"));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(Path.of(directory, "ec2-" + version + ".wsdl").toFile());
  }

  static Map<String, List<Element>> types(String version) throws Exception {
    Document wsdl = read(version);
    Map<String, org.w3c.dom.Element> groups = new HashMap<>();
    for (org.w3c.dom.Element group : all(wsdl.getDocumentElement(), "group")) {
      groups.put("tns:" + group.getAttribute("name"), group);
    }
    Map<String, List<Element>> types = new HashMap<>();
    for (org.w3c.dom.Element type : all(wsdl.getDocumentElement(), "complexType")) {
      List<Element> elements = new ArrayList<>(elements(type));
      for (org.w3c.dom.Element group : all(type, "group")) {
        elements.addAll(elements(Objects.requireNonNull(groups.get(group.getAttribute("ref")))));
      }
      types.put(type.getAttribute("name"), elements);
    }
    return types;
  }

  private static List<Element> elements(org.w3c.dom.Element type) {
    // One of the alternatives of a choice is there, but which one is open.
    boolean choice = !all(type, "choice").isEmpty();
    return all(type, "element").stream()
        .map(
            element ->
                new Element(
                    element.getAttribute("name"),
                    !choice && !"0".equals(element.getAttribute("minOccurs"))))
        .toList();
  }

  private static List<org.w3c.dom.Element> all(org.w3c.dom.Element parent, String name) {
    NodeList found = parent.getElementsByTagNameNS(SCHEMA, name);
    List<org.w3c.dom.Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((org.w3c.dom.Element) found.item(i));
    }
    return elements;
  }

  static List<String> names(List<Element> elements) {
    return elements.stream().map(Element::name).toList();
  }

  static List<String> required(List<Element> elements) {
    return elements.stream().filter(Element::required).map(Element::name).toList();
  }
}
