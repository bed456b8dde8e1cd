package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.ws.security.KnownUsers;
import cloud.jarrah.ws.security.SignedMessage;
import cloud.jarrah.ws.security.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Validates answers against the schema of the WSDL that the asking client was generated from: of
 * every action, with every field that the answer may have.
 */
class PublishedSchemaTest extends SoapTest {
  private final FilledAnswers answers = new FilledAnswers();
  private final SoapServer filled = new SoapServer(answers, new KnownUsers().add(ALICE), true);

  @AfterEach
  void close() {
    filled.close();
  }

  static List<PublishedContract> contracts() {
    return PublishedContract.all().toList();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void fullAnswerOfEveryActionIsValid(PublishedContract contract) {
    Validator validator = contract.schema().newValidator();
    List<String> wrong = new ArrayList<>();
    for (String action : contract.ourActions()) {
      int turn = 0;
      do {
        answers.choose(contract.choices(), turn++);
        try {
          validator.validate(new DOMSource(answer(contract, action)));
        } catch (SAXException | IOException | IllegalStateException e) {
          wrong.add(action + ": " + e.getMessage());
        }
      } while (turn < answers.turns());
    }
    assertThat(wrong).isEmpty();
    assertThat(answers.invocations).hasSizeGreaterThan(10);
  }

  private Element answer(PublishedContract contract, String action) {
    String request = "<" + action + " xmlns='" + contract.namespace() + "'/>";
    String answer = filled.post(Xml.text(SignedMessage.by(ALICE).sign(request)));
    return Xml.first(Xml.parse(answer), action + "Response");
  }

  @ParameterizedTest
  @CsvSource({"DescribeRegions", "DescribeKeyPairs", "DescribeInstances"})
  void sampleAnswerIsValidForEveryVersion(String action) throws Exception {
    for (PublishedContract contract : contracts()) {
      String answer = call("<" + action + " xmlns='" + contract.namespace() + "'/>");
      Element body = Xml.first(Xml.parse(answer), action + "Response");
      contract.schema().newValidator().validate(new DOMSource(body));
      assertThat(body.getElementsByTagName("requestId").getLength()).isEqualTo(1);
    }
  }
}
