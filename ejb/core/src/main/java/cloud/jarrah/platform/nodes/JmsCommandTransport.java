package cloud.jarrah.platform.nodes;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.node.NodeWire;
import cloud.jarrah.platform.time.Countdown;
import jakarta.annotation.Resource;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends commands through the embedded broker. Not persistent and with a time to live: the outbox is
 * the memory, the broker only makes it quick.
 */
@Singleton
public class JmsCommandTransport implements CommandTransport {
  private static final Logger LOG = Logger.getLogger(JmsCommandTransport.class);

  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory connections;

  @Override
  public void send(CommandEnvelope envelope) {
    sendAll(List.of(envelope), Countdown.of(SENT_WITHIN));
  }

  /** By one connection: making it costs more than a message. */
  @Override
  public void sendAll(List<CommandEnvelope> envelopes, Countdown time) {
    if (envelopes.isEmpty()) {
      return;
    }
    try (JMSContext context = connections.createContext()) {
      JMSProducer producer =
          context
              .createProducer()
              .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
              .setTimeToLive(TIME_TO_LIVE.toMillis());
      for (CommandEnvelope envelope : envelopes) {
        if (time.over()) {
          LOG.warn("commands are not sent: this server stood still since it took them up");
          return;
        }
        send(context, producer, envelope);
      }
    } catch (JMSRuntimeException e) {
      // Commands of the outbox are sent again; who sends others knows that they may be lost.
      LOG.warnf(e, "%d commands could not be handed to the broker", envelopes.size());
    }
  }

  private static void send(JMSContext context, JMSProducer producer, CommandEnvelope envelope) {
    try {
      TextMessage message = context.createTextMessage(NodeWire.encode(envelope));
      message.setStringProperty(NodeWire.HOST_PROPERTY, envelope.hostId());
      producer.send(
          context.createQueue(NodeWire.COMMAND_QUEUE_PREFIX + envelope.hostId()), message);
    } catch (JMSException | JMSRuntimeException e) {
      // One host's trouble is not another's.
      LOG.warnf(e, "command %s could not be handed to the broker", envelope.commandId());
    }
  }
}
