package cloud.jarrah.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.Ec2Response;
import cloud.jarrah.api.ec2.Ec2Versions;
import cloud.jarrah.web.http.Form;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same request by Query and by SOAP is the same request, and the same answer the same answer:
 * what one protocol binds equals what the other one does, and the marshaller that both share writes
 * what the corpus holds. It has three files for every action: {@code .query}, {@code .soap} and
 * {@code .response}.
 */
class ParityTest {
  private static final Path CONTRACT = Path.of("../../ws/contract/jarrah-ec2.wsdl");

  static Set<String> actions() throws IOException {
    Set<String> actions = new TreeSet<>();
    Pattern.compile("soapAction=\"(\\w+)\"")
        .matcher(Files.readString(CONTRACT))
        .results()
        .forEach(operation -> actions.add(operation.group(1)));
    return actions;
  }

  @ParameterizedTest
  @MethodSource("actions")
  void queryAndSoapBindAlike(String action) throws Exception {
    Class<?> type = wireType(action + "Request");
    Object byQuery =
        Binder.bind(ParameterTree.of(Form.parse(read(action + ".query").strip())), type);
    String asQuery = xml(byQuery);
    assertThat(asQuery).isEqualTo(xml(fromXml(read(action + ".soap"), type)));
    // Nothing of the request may get lost on both ways alike.
    assertThat(leaves(asQuery)).isEqualTo(leaves(read(action + ".soap")));
  }

  @ParameterizedTest
  @MethodSource("actions")
  void queryAndSoapAnswerAlike(String action) throws Exception {
    String expected = read(action + ".response");
    Ec2Response response = (Ec2Response) fromXml(expected, wireType(action + "Response"));
    String requestId = Objects.requireNonNull(response.requestId);
    // The body of the SOAP answer is what JAXB makes of it.
    assertThat(compact(xml(response))).isEqualTo(compact(expected));
    assertThat(
            compact(
                AnswerWriter.write(QueryApi.EC2, Ec2Versions.CURRENT, response, requestId).body()))
        .isEqualTo(compact(expected));
  }

  private static Class<?> wireType(String name) throws ClassNotFoundException {
    return Class.forName(Ec2Response.class.getPackageName() + "." + name);
  }

  private static Object fromXml(String xml, Class<?> type) throws JAXBException {
    return JAXBContext.newInstance(type)
        .createUnmarshaller()
        .unmarshal(new StreamSource(new StringReader(xml)), type)
        .getValue();
  }

  /** Without what is between elements, and with one way to write an empty one. */
  private static String compact(String xml) {
    return xml.replaceFirst("<\\?xml[^>]*\\?>", "")
        .replaceAll(">\\s+<", "><")
        .replaceAll("<(\\w+)></\\1>", "<$1/>")
        .strip();
  }

  private static String read(String file) throws IOException {
    try (InputStream in =
        ParityTest.class.getResourceAsStream("/cloud/jarrah/web/corpus/" + file)) {
      return new String(
          Objects.requireNonNull(in, () -> "the corpus lacks " + file).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }

  private static String xml(Object request) throws JAXBException {
    Marshaller marshaller = JAXBContext.newInstance(request.getClass()).createMarshaller();
    StringWriter out = new StringWriter();
    marshaller.marshal(request, out);
    return out.toString();
  }

  /** Texts of the innermost elements, in order. */
  private static List<String> leaves(String xml) {
    return Pattern.compile(">([^<>]+)</")
        .matcher(xml)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
