package cloud.jarrah.agent.messaging;

import cloud.jarrah.agent.scheduling.AgentThreads;
import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.MalformedMessageException;
import cloud.jarrah.node.NodeWire;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection to one of the brokers; goes to the next one when it breaks. Commands are
 * acknowledged on receipt: the cloud's database remembers what is not answered.
 */
public final class BrokerLink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BrokerLink.class.getName());
  private static final Duration REPORT_LIFE = Duration.ofMinutes(2);

  private final BrokerAccess access;
  private final AgentThreads threads;
  private final Backoff backoff;
  private final Consumer<CommandEnvelope> commands;
  private final Runnable connected;
  private int nextBroker;
  private boolean closed;
  private boolean complained;
  private @Nullable Line line;

  /**
   * @param connected called after each successful connect
   */
  public BrokerLink(
      BrokerAccess access,
      AgentThreads threads,
      Backoff backoff,
      Consumer<CommandEnvelope> commands,
      Runnable connected) {
    this.access = access;
    this.threads = threads;
    this.backoff = backoff;
    this.commands = commands;
    this.connected = connected;
  }

  /** One open connection. */
  private record Line(
      ActiveMQConnectionFactory factory,
      Connection connection,
      Session session,
      MessageProducer producer) {
    void close() {
      try {
        connection.close();
      } catch (JMSException e) {
        LOG.log(Level.DEBUG, "closing a broken connection", e);
      } finally {
        factory.close();
      }
    }
  }

  public void start(Duration delay) {
    threads.after(delay, threads.link(), this::connect);
  }

  public synchronized boolean isConnected() {
    return line != null;
  }

  private void connect() {
    String broker;
    synchronized (this) {
      if (closed || line != null) {
        return;
      }
      broker = access.brokers().get(nextBroker++ % access.brokers().size());
    }
    try {
      Line opened = open(broker);
      if (!adopt(opened)) {
        opened.close();
        return;
      }
      LOG.log(Level.INFO, access.user() + " is connected to " + broker);
      connected.run();
    } catch (JMSException | RuntimeException e) {
      retry(broker, e);
    }
  }

  private synchronized boolean adopt(Line opened) {
    if (closed) {
      return false;
    }
    line = opened;
    complained = false;
    backoff.succeeded();
    return true;
  }

  private void retry(String broker, Exception why) {
    Duration delay = backoff.next();
    synchronized (this) {
      if (closed) {
        return;
      }
      // Once per outage: a thousand hosts must not fill the disk while the cloud is down.
      Level level = complained ? Level.DEBUG : Level.WARNING;
      complained = true;
      LOG.log(level, access.user() + " cannot connect to " + broker + ": " + reason(why));
      LOG.log(Level.DEBUG, "in detail", why);
    }
    threads.after(delay, threads.link(), this::connect);
  }

  private static String reason(Exception why) {
    return why instanceof JMSSecurityException
        ? "the cloud does not accept this host's credential. If the host was removed from the cloud,"
            + " remove its state directory and enrol it again."
        : String.valueOf(why.getMessage());
  }

  private Line open(String broker) throws JMSException {
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
          .setMessageListener(this::onMessage);
      Line opened = new Line(factory, connection, sending, producer);
      connection.setExceptionListener(e -> broken(opened, e));
      connection.start();
      return opened;
    } catch (JMSException | RuntimeException e) {
      if (connection != null) {
        connection.close();
      }
      factory.close();
      throw e;
    }
  }

  private void onMessage(Message message) {
    try {
      if (message instanceof TextMessage text && text.getText() != null) {
        commands.accept(NodeWire.decode(text.getText(), CommandEnvelope.class));
      } else {
        LOG.log(Level.WARNING, "dropped a command that is not text");
      }
    } catch (JMSException | MalformedMessageException | RuntimeException e) {
      // Redelivery would only bring the same message again.
      LOG.log(Level.WARNING, "dropped a command that cannot be read", e);
    }
  }

  /** Says a report; false if there is no connection, which is then being made anew. */
  public boolean send(String text) {
    Line current;
    synchronized (this) {
      current = line;
    }
    if (current == null) {
      return false;
    }
    try {
      TextMessage message = current.session().createTextMessage(text);
      message.setStringProperty(NodeWire.HOST_PROPERTY, access.user());
      current.producer().send(message);
      return true;
    } catch (JMSException e) {
      broken(current, e);
      return false;
    }
  }

  private void broken(Line lost, Exception why) {
    synchronized (this) {
      if (!lost.equals(line)) {
        return;
      }
      line = null;
    }
    LOG.log(Level.WARNING, access.user() + " lost its connection: " + why.getMessage());
    threads.after(Duration.ZERO, threads.link(), lost::close);
    threads.after(backoff.next(), threads.link(), this::connect);
  }

  @Override
  public void close() {
    @Nullable Line last;
    synchronized (this) {
      closed = true;
      last = line;
      line = null;
    }
    if (last != null) {
      last.close();
    }
  }
}
