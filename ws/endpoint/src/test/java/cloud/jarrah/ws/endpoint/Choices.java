package cloud.jarrah.ws.endpoint;

import cloud.jarrah.ws.security.Xml;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Elements of which a schema allows only one at a time.
 *
 * @param byType the choices in a type, each a list of alternatives, each the names of its elements
 */
record Choices(Map<String, List<List<Set<String>>>> byType) {

  static Choices none() {
    return new Choices(Map.of());
  }

  static Choices in(Document wsdl) {
    Map<String, List<List<Set<String>>>> byType = new HashMap<>();
    for (Element choice : Xml.all(wsdl)) {
      String type = typeAround(choice);
      if ("choice".equals(choice.getLocalName()) && !type.isEmpty()) {
        List<Set<String>> alternatives = new ArrayList<>();
        for (Node at = choice.getFirstChild(); at != null; at = at.getNextSibling()) {
          if (at instanceof Element alternative) {
            alternatives.add(names(alternative, new TreeSet<>()));
          }
        }
        byType.computeIfAbsent(type, absent -> new ArrayList<>()).add(alternatives);
      }
    }
    return new Choices(byType);
  }

  private static String typeAround(Element element) {
    for (Node at = element; at instanceof Element around; at = at.getParentNode()) {
      if ("complexType".equals(around.getLocalName())) {
        return around.getAttribute("name");
      }
    }
    return "";
  }

  private static Set<String> names(Element element, Set<String> names) {
    if (!element.getAttribute("name").isEmpty()) {
      names.add(element.getAttribute("name"));
    }
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element inner) {
        names(inner, names);
      }
    }
    return names;
  }

  /** How many alternatives the choices in a type have at most. */
  int width(Class<?> type) {
    return of(type).stream().mapToInt(List::size).max().orElse(1);
  }

  /** Whether the field belongs to another alternative than the one whose turn it is. */
  boolean leavesOut(Class<?> type, Field field, int turn) {
    String name = xmlName(field);
    return of(type).stream()
        .anyMatch(
            alternatives ->
                alternatives.stream().anyMatch(names -> names.contains(name))
                    && !alternatives.get(turn % alternatives.size()).contains(name));
  }

  private List<List<Set<String>>> of(Class<?> type) {
    XmlType name = type.getAnnotation(XmlType.class);
    return name == null ? List.of() : byType.getOrDefault(name.name(), List.of());
  }

  private static String xmlName(Field field) {
    XmlElementWrapper wrapper = field.getAnnotation(XmlElementWrapper.class);
    XmlElement element = field.getAnnotation(XmlElement.class);
    String given =
        wrapper != null ? wrapper.name() : element != null ? element.name() : "##default";
    return given.equals("##default") ? field.getName() : given;
  }
}
