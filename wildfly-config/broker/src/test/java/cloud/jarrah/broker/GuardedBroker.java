package cloud.jarrah.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/**
 * A real broker with the guard; the broker itself allows everything, so that only the guard can
 * refuse.
 */
final class GuardedBroker {
  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final Certificates certificates;
  private final int tlsPort = freePort();
  private final int plainPort = freePort();

  GuardedBroker(Path directory) throws Exception {
    certificates = new Certificates(directory);
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(false);
    configuration.setJournalDirectory(directory.resolve("journal").toString());
    configuration.setLargeMessagesDirectory(directory.resolve("large").toString());
    configuration.addAcceptorConfiguration("in-vm", "vm://0");
    configuration.addAcceptorConfiguration(
        "agents",
        "tcp://127.0.0.1:"
            + tlsPort
            + "?needClientAuth=true&protocols=CORE&"
            + tls(certificates.issue("CN=jarrah-server")));
    configuration.addAcceptorConfiguration("plain", "tcp://127.0.0.1:" + plainPort);
    configuration.setIncomingInterceptorClassNames(List.of(AgentGuard.class.getName()));
    broker.setConfiguration(configuration);
    broker.setSecurityManager(new EverythingAllowed());
    broker.start();
    broker
        .getActiveMQServer()
        .createQueue(QueueConfiguration.of(HostRules.REPORTS).setRoutingType(RoutingType.ANYCAST));
  }

  /** The server's own connection. */
  JMSContext server() {
    return open("vm://0", "server");
  }

  /** A host that shows a certificate with this subject and logs in as this user. */
  JMSContext agent(String subject, String user) throws Exception {
    return open("tcp://127.0.0.1:" + tlsPort + "?" + tls(certificates.issue(subject)), user);
  }

  JMSContext withoutTls(String user) {
    return open("tcp://127.0.0.1:" + plainPort, user);
  }

  private static JMSContext open(String url, String user) {
    ConnectionFactory factory = factory(url);
    return factory.createContext(user, EverythingAllowed.PASSWORD);
  }

  private static ConnectionFactory factory(String url) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
    factory.setEnable1xPrefixes(true);
    factory.setReconnectAttempts(0);
    factory.setInitialConnectAttempts(1);
    factory.setCallTimeout(5_000);
    // A refused send must be seen by its sender.
    factory.setBlockOnNonDurableSend(true);
    return factory;
  }

  private String tls(Path keyStore) {
    return "sslEnabled=true&keyStoreType=PKCS12&keyStorePath="
        + keyStore
        + "&keyStorePassword="
        + Certificates.PASSWORD
        + "&trustStoreType=PKCS12&trustStorePath="
        + certificates.trustStore()
        + "&trustStorePassword="
        + Certificates.PASSWORD;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  void stop() throws Exception {
    broker.stop();
  }

  private static final class EverythingAllowed implements ActiveMQSecurityManager {
    static final String PASSWORD = "right";

    @Override
    public boolean validateUser(String user, String password) {
      return PASSWORD.equals(password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType checkType) {
      return PASSWORD.equals(password);
    }
  }
}
