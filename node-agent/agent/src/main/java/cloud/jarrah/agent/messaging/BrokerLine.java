package cloud.jarrah.agent.messaging;

import cloud.jarrah.node.NodeWire;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.activemq.artemis.core.client.impl.ClientSessionFactoryInternal;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * One open connection to one broker. Commands are acknowledged on receipt: the cloud's database
 * remembers what is not answered.
 */
final class BrokerLine {
  private static final System.Logger LOG = System.getLogger(BrokerLine.class.getName());
  private static final Duration REPORT_LIFE = Duration.ofMinutes(2);

  private final String broker;
  private final String user;
  private final long openedAt = System.nanoTime();
  private final ActiveMQConnectionFactory factory;
  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  private BrokerLine(
      String broker,
      String user,
      ActiveMQConnectionFactory factory,
      Connection connection,
      Session session,
      MessageProducer producer) {
    this.broker = broker;
    this.user = user;
    this.factory = factory;
    this.connection = connection;
    this.session = session;
    this.producer = producer;
  }

  /**
   * Connects; takes a few seconds at most, whatever the other side does.
   *
   * @param broken called when the connection breaks
   */
  static BrokerLine open(
      BrokerAccess access,
      String broker,
      MessageListener commands,
      BiConsumer<BrokerLine, JMSException> broken)
      throws JMSException {
    ActiveMQConnectionFactory factory = access.factory(broker);
    @Nullable Connection connection = null;
    try {
      connection = factory.createConnection(access.user(), access.password());
      Session sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      MessageProducer producer = sending.createProducer(sending.createQueue(NodeWire.REPORT_QUEUE));
      producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
      producer.setTimeToLive(REPORT_LIFE.toMillis());
      Session receiving = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      receiving
          .createConsumer(receiving.createQueue(NodeWire.COMMAND_QUEUE_PREFIX + access.user()))
          .setMessageListener(commands);
      BrokerLine line =
          new BrokerLine(broker, access.user(), factory, connection, sending, producer);
      connection.setExceptionListener(e -> broken.accept(line, e));
      connection.start();
      return line;
    } catch (JMSException | RuntimeException e) {
      abandon(factory, connection);
      throw e;
    }
  }

  String broker() {
    return broker;
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - openedAt);
  }

  void send(String text) throws JMSException {
    TextMessage message = session.createTextMessage(text);
    message.setStringProperty(NodeWire.HOST_PROPERTY, user);
    producer.send(message);
  }

  /** Ends it without waiting for the other side, which may be frozen. */
  void abandon() {
    abandon(factory, connection);
  }

  private static void abandon(ActiveMQConnectionFactory factory, @Nullable Connection connection) {
    try {
      if (connection instanceof ActiveMQConnection opened
          && opened.getSessionFactory() instanceof ClientSessionFactoryInternal sessions) {
        @Nullable RemotingConnection wire = sessions.getConnection();
        if (wire != null) {
          wire.destroy();
        }
      }
      if (connection != null) {
        connection.close();
      }
    } catch (JMSException | RuntimeException e) {
      LOG.log(Level.DEBUG, "closing a broken connection", e);
    } finally {
      factory.close();
    }
  }

  /** Ends it in order, so that what it was just given is given to another one. */
  void close() {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.log(Level.DEBUG, "closing a connection", e);
    } finally {
      factory.close();
    }
  }
}
