package cloud.jarrah.ws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.jarrah.client.JarrahClient;
import cloud.jarrah.ws.security.KnownUsers;
import cloud.jarrah.ws.security.User;
import jakarta.jws.WebMethod;
import jakarta.xml.ws.BindingProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that were generated from Amazon's own WSDLs, by the build and only where JARRAH_CONTRACTS
 * is set, call every action; requests and answers are validated by the WSDL's schema.
 */
class PublishedStubsTest {
  private static final User ALICE = User.named("alice");
  private static final String STUBS = "cloud.jarrah.published.v";

  private final FilledAnswers answers = new FilledAnswers();
  private final SoapServer server = new SoapServer(answers, new KnownUsers().add(ALICE), true);
  private final HttpFront front = HttpFront.of(server);

  private final Path directory;

  PublishedStubsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @AfterEach
  void close() {
    front.close();
    server.close();
  }

  static List<PublishedContract> contracts() {
    return PublishedContract.all().toList();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyActionWorksByStubsOfThePublishedWsdl(PublishedContract contract) throws Exception {
    Class<?> portType = portType(contract.version());
    Object port = connect(contract, portType);
    answers.choose(contract.choices(), 0);
    List<String> actions = contract.ourActions();
    List<String> wrong = new ArrayList<>();
    for (String action : actions) {
      Method method = operation(portType, action);
      Object request = StubRequest.minimal(method.getParameterTypes()[0]);
      try {
        Object answer = method.invoke(port, request);
        assertThat(answer).as(action).isInstanceOf(method.getReturnType());
      } catch (InvocationTargetException e) {
        wrong.add(action + ": " + e.getCause());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(answers.invocations).hasSameSizeAs(actions);
  }

  private static Class<?> portType(String version) {
    try {
      return Class.forName(STUBS + version.replace("-", "") + ".AmazonEC2PortType");
    } catch (ClassNotFoundException e) {
      assumeTrue(false, "the stubs were not generated: build with JARRAH_CONTRACTS set");
      throw new IllegalStateException(e);
    }
  }

  private Object connect(PublishedContract contract, Class<?> portType) throws Exception {
    JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
    factory.setServiceClass(portType);
    factory.setWsdlURL(contract.file().toUri().toString());
    factory.setServiceName(new QName(contract.namespace(), "AmazonEC2"));
    factory.setAddress(front.address().toString());
    Object port = factory.create();
    JarrahClient.sign(port, ALICE.writeCertificate(directory), ALICE.writeKey(directory));
    ((BindingProvider) port).getRequestContext().put("schema-validation-enabled", "BOTH");
    return port;
  }

  private static Method operation(Class<?> portType, String action) {
    return Arrays.stream(portType.getMethods())
        .filter(
            method -> {
              WebMethod operation = method.getAnnotation(WebMethod.class);
              return operation != null
                  && (operation.operationName().isEmpty()
                          ? method.getName()
                          : operation.operationName())
                      .equals(action);
            })
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + action + " in " + portType));
  }
}
