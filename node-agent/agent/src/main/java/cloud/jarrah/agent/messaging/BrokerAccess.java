package cloud.jarrah.agent.messaging;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * How one host gets at the brokers.
 *
 * @param brokers {@code host:port} each
 * @param user the host's id
 * @param keyStore PKCS#12 with the host's key and certificate, and the cloud's CA as trust anchor
 */
public record BrokerAccess(
    List<String> brokers,
    String user,
    String password,
    Path keyStore,
    Path trustStore,
    String storePassword) {

  private static final int CONNECT_MS = 1_500;

  /** Between pings; {@link QuickConnectorFactory} judges their answers. */
  private static final long PING_MS = 2_000;

  /**
   * After this silence of the agent the broker gives its commands to another connection: long
   * enough for a broker that has stood still for a moment itself.
   */
  private static final long LIFE_MS = 12_000;

  private static final long CALL_MS = 5_000;

  public BrokerAccess {
    brokers = List.copyOf(brokers);
    if (brokers.isEmpty()) {
      throw new IllegalArgumentException("the cloud named no broker");
    }
  }

  /** The client does not reconnect by itself: it would stick to one dead broker for ever. */
  ActiveMQConnectionFactory factory(String broker) {
    int colon = broker.lastIndexOf(':');
    Map<String, Object> tls = new HashMap<>();
    tls.put(TransportConstants.HOST_PROP_NAME, broker.substring(0, colon));
    tls.put(TransportConstants.PORT_PROP_NAME, Integer.valueOf(broker.substring(colon + 1)));
    tls.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
    tls.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
    tls.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, keyStore.toString());
    tls.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
    tls.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, storePassword);
    tls.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, trustStore.toString());
    tls.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PKCS12");
    tls.put(TransportConstants.TRUSTSTORE_PASSWORD_PROP_NAME, storePassword);
    tls.put(TransportConstants.USE_EPOLL_PROP_NAME, false);
    tls.put(TransportConstants.NETTY_CONNECT_TIMEOUT, CONNECT_MS);
    ActiveMQConnectionFactory factory =
        ActiveMQJMSClient.createConnectionFactoryWithoutHA(
            JMSFactoryType.CF,
            new TransportConfiguration(QuickConnectorFactory.class.getName(), tls));
    factory.setReconnectAttempts(0);
    factory.setInitialConnectAttempts(1);
    factory.setUseTopologyForLoadBalancing(false);
    factory.setEnable1xPrefixes(true);
    factory.setClientFailureCheckPeriod(PING_MS);
    factory.setConnectionTTL(LIFE_MS);
    factory.setCallTimeout(CALL_MS);
    // Reports are few and small; waiting for credits would hold a thread at a frozen broker.
    factory.setProducerWindowSize(-1);
    return factory;
  }

  @Override
  public String toString() {
    return "BrokerAccess[" + user + " at " + brokers + "]";
  }
}
