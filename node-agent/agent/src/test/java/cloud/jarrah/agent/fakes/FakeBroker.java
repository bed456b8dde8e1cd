package cloud.jarrah.agent.fakes;

import cloud.jarrah.node.NodeWire;
import cloud.jarrah.node.ReportEnvelope;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A broker that wants a client certificate, like the cloud's. Can be stopped and started. */
public final class FakeBroker {
  private static int count;

  private final String host;
  private final int port;
  private final int serverId;
  private final TestAuthority authority;
  private final Consumer<ReportEnvelope> reports;
  private final List<String> wrongHostProperty = new CopyOnWriteArrayList<>();
  private EmbeddedActiveMQ server;
  private ActiveMQConnectionFactory factory;
  private Connection connection;

  public FakeBroker(TestAuthority authority, String host, Consumer<ReportEnvelope> reports)
      throws Exception {
    this.authority = authority;
    this.host = host;
    this.reports = reports;
    synchronized (FakeBroker.class) {
      this.serverId = ++count;
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      this.port = free.getLocalPort();
    }
    this.server = begin();
    this.factory = new ActiveMQConnectionFactory("vm://" + serverId);
    this.connection = consume();
  }

  public String address() {
    return host + ":" + port;
  }

  public int port() {
    return port;
  }

  private EmbeddedActiveMQ begin() throws Exception {
    Map<String, Object> tls = new HashMap<>();
    tls.put("host", host);
    tls.put("port", port);
    tls.put("sslEnabled", true);
    tls.put("needClientAuth", true);
    tls.put("keyStorePath", authority.serverStore().toString());
    tls.put("keyStoreType", "PKCS12");
    tls.put("keyStorePassword", TestAuthority.STORE_PASSWORD);
    tls.put("trustStorePath", authority.trustStore().toString());
    tls.put("trustStoreType", "PKCS12");
    tls.put("trustStorePassword", TestAuthority.STORE_PASSWORD);
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(false);
    configuration.setSecurityEnabled(false);
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(NettyAcceptorFactory.class.getName(), tls));
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            InVMAcceptorFactory.class.getName(), Map.of("serverId", serverId)));
    AddressSettings settings = new AddressSettings();
    settings.setAutoCreateQueues(true).setAutoCreateAddresses(true);
    settings.setAutoDeleteQueues(false).setAutoDeleteAddresses(false);
    configuration.addAddressSetting("#", settings);
    EmbeddedActiveMQ started = new EmbeddedActiveMQ();
    started.setConfiguration(configuration);
    started.start();
    return started;
  }

  private Connection consume() throws JMSException {
    factory.setEnable1xPrefixes(true);
    Connection opened = factory.createConnection();
    Session session = opened.createSession(false, Session.AUTO_ACKNOWLEDGE);
    session
        .createConsumer(session.createQueue(NodeWire.REPORT_QUEUE))
        .setMessageListener(this::received);
    opened.start();
    return opened;
  }

  private void received(Message message) {
    try {
      ReportEnvelope report =
          NodeWire.decode(((TextMessage) message).getText(), ReportEnvelope.class);
      String property = message.getStringProperty(NodeWire.HOST_PROPERTY);
      if (!report.hostId().equals(property)) {
        wrongHostProperty.add(String.valueOf(property));
      }
      reports.accept(report);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public void send(String queue, String text) throws JMSException {
    try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      session.createProducer(session.createQueue(queue)).send(session.createTextMessage(text));
    }
  }

  public List<String> wrongHostProperties() {
    return wrongHostProperty;
  }

  public void stop() throws Exception {
    connection.close();
    factory.close();
    server.stop();
  }

  public void start() throws Exception {
    server = begin();
    factory = new ActiveMQConnectionFactory("vm://" + serverId);
    connection = consume();
  }

  public void close() throws Exception {
    stop();
  }
}
