package cloud.jarrah.platform.nodes;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeWire;
import jakarta.annotation.Resource;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sends commands through the embedded broker. Not persistent and with a time to live: the outbox is
 * the memory, the broker only makes it quick.
 */
@Singleton
public class JmsCommandTransport implements CommandTransport {
  private static final Logger LOG = Logger.getLogger(JmsCommandTransport.class);
  private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory connections;

  @Override
  public void send(CommandEnvelope envelope) {
    try (JMSContext context = connections.createContext()) {
      TextMessage message = context.createTextMessage(NodeWire.encode(envelope));
      message.setStringProperty(NodeWire.HOST_PROPERTY, envelope.hostId());
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setTimeToLive(TIME_TO_LIVE.toMillis())
          .send(context.createQueue(NodeWire.COMMAND_QUEUE_PREFIX + envelope.hostId()), message);
    } catch (JMSException | JMSRuntimeException e) {
      // The command stays in the outbox and is sent again.
      LOG.warnf(e, "command %s could not be handed to the broker", envelope.commandId());
    }
  }
}
