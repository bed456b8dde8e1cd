package cloud.jarrah.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.web.http.Form;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same request by Query and by SOAP is the same request: what one protocol binds equals what
 * the other one does. The corpus has a pair of files for every action.
 */
class ParityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DescribeRegions",
        "DescribeAvailabilityZones",
        "CreateKeyPair",
        "ImportKeyPair",
        "DeleteKeyPair",
        "DescribeKeyPairs",
        "DescribeImages",
        "RunInstances",
        "DescribeInstances",
        "TerminateInstances",
        "StopInstances",
        "StartInstances",
        "GetConsoleOutput"
      })
  void queryAndSoapBindAlike(String action) throws Exception {
    Class<?> type = requestType(action);
    Object byQuery =
        Binder.bind(ParameterTree.of(Form.parse(read(action + ".query").strip())), type);
    JAXBElement<?> bySoap =
        JAXBContext.newInstance(type)
            .createUnmarshaller()
            .unmarshal(new StreamSource(new StringReader(read(action + ".soap"))), type);
    String asQuery = xml(byQuery);
    assertThat(asQuery).isEqualTo(xml(bySoap.getValue()));
    // Nothing of the request may get lost on both ways alike.
    assertThat(leaves(asQuery)).isEqualTo(leaves(read(action + ".soap")));
  }

  @Test
  void everyActionHasItsPair() throws Exception {
    Set<String> actions = new TreeSet<>();
    try (InputStream wsdl = Files.newInputStream(Path.of("../../ws/contract/jarrah-ec2.wsdl"))) {
      String text = new String(wsdl.readAllBytes(), StandardCharsets.UTF_8);
      var operations = Pattern.compile("soapAction=\"(\\w+)\"").matcher(text).results();
      operations.forEach(operation -> actions.add(operation.group(1)));
    }
    assertThat(actions).isNotEmpty();
    for (String action : actions) {
      assertThat(read(action + ".query")).as(action).isNotBlank();
    }
  }

  private static Class<?> requestType(String action) throws ClassNotFoundException {
    return Class.forName(RunInstancesRequest.class.getPackageName() + "." + action + "Request");
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
