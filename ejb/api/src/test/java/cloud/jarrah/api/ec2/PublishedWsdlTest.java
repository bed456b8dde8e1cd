package cloud.jarrah.api.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Holds the wire types against the WSDLs that Amazon published. They are not part of the project:
 * the environment variable JARRAH_CONTRACTS names the directory that has them.
 */
class PublishedWsdlTest {
  private static final String NEWEST = "2013-10-15";

  @BeforeEach
  void contractsAreThere() {
    assumeTrue(
        System.getenv("JARRAH_CONTRACTS") != null,
        "set JARRAH_CONTRACTS to a directory with ec2-2013-10-15.wsdl to run this test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2009-11-30", "2010-08-31", NEWEST})
  void answersHaveOnlyPublishedElementsInThePublishedOrder(String version) throws Exception {
    Map<String, List<PublishedWsdl.Element>> published = PublishedWsdl.types(version);
    for (Class<?> type : reachable(roots("Response"))) {
      List<PublishedWsdl.Element> theirs = published.get(xmlName(type));
      if (theirs == null) {
        continue; // newer as a whole: whatever shows it is marked as newer
      }
      List<String> ours = elements(type, version);
      assertThat(PublishedWsdl.names(theirs)).as(xmlName(type)).containsSubsequence(ours);
      assertThat(ours).as(xmlName(type)).containsAll(PublishedWsdl.required(theirs));
    }
  }

  @Test
  void requestsHaveAllPublishedElementsInThePublishedOrder() throws Exception {
    Map<String, List<PublishedWsdl.Element>> published = PublishedWsdl.types(NEWEST);
    for (Class<?> type : reachable(roots("Request"))) {
      List<PublishedWsdl.Element> theirs = published.get(xmlName(type));
      if (theirs != null) {
        assertThat(elements(type, NEWEST)).as(xmlName(type)).isEqualTo(PublishedWsdl.names(theirs));
      }
    }
  }

  @Test
  void everyActionIsAPublishedOneOrMarkedAsNewer() throws Exception {
    Set<String> published = PublishedWsdl.roots(NEWEST);
    for (Class<?> request : roots("Request")) {
      Since since = request.getAnnotation(Since.class);
      boolean newer = since != null && since.value().compareTo(NEWEST) > 0;
      String action = request.getAnnotation(XmlRootElement.class).name();
      assertThat(published.contains(action)).as(action).isEqualTo(!newer);
    }
  }

  /** The classes of the package that are root elements and end like this. */
  private static List<Class<?>> roots(String suffix) throws IOException, URISyntaxException {
    Path classes = Path.of(Ec2Response.class.getResource("Ec2Response.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(classes)) {
      List<Class<?>> roots = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(suffix + ".class")) {
          Class<?> type = load(name.replace(".class", ""));
          if (type.isAnnotationPresent(XmlRootElement.class)) {
            roots.add(type);
          }
        }
      }
      assertThat(roots).isNotEmpty();
      return roots;
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(Ec2Response.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<Class<?>> reachable(List<Class<?>> roots) {
    Set<Class<?>> found = new LinkedHashSet<>();
    roots.forEach(root -> collect(root, found));
    return found;
  }

  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (!type.getPackageName().equals(Ec2Response.class.getPackageName()) || !found.add(type)) {
      return;
    }
    for (Field field : type.getFields()) {
      Class<?> inside =
          field.getGenericType() instanceof ParameterizedType list
              ? (Class<?>) list.getActualTypeArguments()[0]
              : field.getType();
      collect(inside, found);
    }
  }

  private static String xmlName(Class<?> type) {
    return type.getAnnotation(XmlType.class).name();
  }

  private static List<String> elements(Class<?> type, String version) {
    List<String> names = new ArrayList<>();
    if (Ec2Response.class.isAssignableFrom(type)) {
      names.add("requestId");
    }
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.isAnnotationPresent(XmlTransient.class))
        .filter(field -> isIn(field, version))
        .map(PublishedWsdlTest::element)
        .forEach(names::add);
    return names;
  }

  private static boolean isIn(Field field, String version) {
    Since since = field.getAnnotation(Since.class);
    return since == null || since.value().compareTo(version) <= 0;
  }

  private static String element(Field field) {
    XmlElementWrapper wrapper = field.getAnnotation(XmlElementWrapper.class);
    if (wrapper != null) {
      return wrapper.name();
    }
    XmlElement element = field.getAnnotation(XmlElement.class);
    return element == null || element.name().equals("##default") ? field.getName() : element.name();
  }
}
