package cloud.jarrah.broker;

import java.util.Set;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateProducerMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateQueueMessage_V2;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateSessionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.MessagePacketI;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.QueueAbstractPacket;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionCreateConsumerMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionRequestProducerCreditsMessage;
import org.jspecify.annotations.Nullable;

/** What one host may say to the broker. Everything that is not named here is refused. */
final class HostRules {
  static final String REPORTS = "jms.queue.jarrah.reports";
  static final String COMMANDS = "jms.queue.jarrah.node.";

  /** String property in which a report names its host; must agree with the certificate. */
  static final String HOST_PROPERTY = "jarrahHost";

  /** The longest report is an inventory; this also bounds the broker's memory and disk. */
  static final int MAX_MESSAGE_BYTES = 9 * 1024 * 1024;

  /** Packets that concern a session the host already holds, or the connection itself. */
  private static final Set<Byte> HARMLESS =
      Set.of(
          PacketImpl.PING,
          PacketImpl.DISCONNECT,
          PacketImpl.EXCEPTION,
          PacketImpl.NULL_RESPONSE,
          PacketImpl.PACKETS_CONFIRMED,
          PacketImpl.CHECK_FOR_FAILOVER,
          PacketImpl.SUBSCRIBE_TOPOLOGY,
          PacketImpl.SUBSCRIBE_TOPOLOGY_V2,
          PacketImpl.SESS_START,
          PacketImpl.SESS_STOP,
          PacketImpl.SESS_CLOSE,
          PacketImpl.SESS_COMMIT,
          PacketImpl.SESS_ROLLBACK,
          PacketImpl.SESS_ACKNOWLEDGE,
          PacketImpl.SESS_INDIVIDUAL_ACKNOWLEDGE,
          PacketImpl.SESS_EXPIRED,
          PacketImpl.SESS_FLOWTOKEN,
          PacketImpl.SESS_FORCE_CONSUMER_DELIVERY,
          PacketImpl.SESS_CONSUMER_CLOSE,
          PacketImpl.SESS_SEND_CONTINUATION,
          PacketImpl.SESS_ADD_METADATA,
          PacketImpl.SESS_ADD_METADATA2,
          PacketImpl.SESS_UNIQUE_ADD_METADATA,
          PacketImpl.REMOVE_PRODUCER);

  private HostRules() {}

  /** Why this packet from this host is refused, or null when it may pass. */
  static @Nullable String refusal(Packet packet, String host) {
    if (HARMLESS.contains(packet.getType())) {
      return null;
    }
    return switch (packet.getType()) {
      case PacketImpl.CREATESESSION, PacketImpl.CREATESESSION_V2 ->
          session((CreateSessionMessage) packet, host);
      case PacketImpl.SESS_QUEUEQUERY, PacketImpl.SESS_BINDINGQUERY ->
          query((QueueAbstractPacket) packet, host);
      case PacketImpl.CREATE_QUEUE_V2 -> creation((CreateQueueMessage_V2) packet, host);
      case PacketImpl.SESS_CREATECONSUMER -> consumer((SessionCreateConsumerMessage) packet, host);
      case PacketImpl.CREATE_PRODUCER -> reportsOnly(((CreateProducerMessage) packet).getAddress());
      case PacketImpl.SESS_PRODUCER_REQUEST_CREDITS ->
          reportsOnly(((SessionRequestProducerCreditsMessage) packet).getAddress());
      case PacketImpl.SESS_SEND, PacketImpl.SESS_SEND_LARGE -> report(packet, host);
      default -> "packet type " + packet.getType() + " is not for host " + host;
    };
  }

  static boolean opensSession(Packet packet) {
    return packet.getType() == PacketImpl.CREATESESSION
        || packet.getType() == PacketImpl.CREATESESSION_V2;
  }

  private static @Nullable String session(CreateSessionMessage packet, String host) {
    if (!host.equals(packet.getUsername())) {
      return "the certificate is of host " + host + ", the user is another";
    }
    return packet.isXA() ? "host " + host + " asks for an XA session" : null;
  }

  private static @Nullable String query(QueueAbstractPacket packet, String host) {
    return text(packet.getQueueName()).equals(COMMANDS + host)
        ? null
        : reportsOnly(packet.getQueueName());
  }

  // The server makes the queue with its first command; a broker that lost its journal has none.
  private static @Nullable String creation(CreateQueueMessage_V2 packet, String host) {
    boolean own =
        text(packet.getQueueName()).equals(COMMANDS + host)
            && text(packet.getAddress()).equals(COMMANDS + host)
            && text(packet.getFilterString()).isEmpty()
            && packet.getRoutingType() == RoutingType.ANYCAST
            && packet.isDurable()
            && !packet.isTemporary();
    return own ? null : "host " + host + " may create the queue of its own commands only";
  }

  private static @Nullable String consumer(SessionCreateConsumerMessage packet, String host) {
    if (packet.isBrowseOnly() || !text(packet.getQueueName()).equals(COMMANDS + host)) {
      return "host " + host + " may consume its own commands only";
    }
    return null;
  }

  private static @Nullable String report(Packet packet, String host) {
    if (!(packet instanceof MessagePacketI carrier)) {
      return "host " + host + " sent something that carries no message";
    }
    if (packet.getPacketSize() > MAX_MESSAGE_BYTES) {
      return "host " + host + " sent a report of " + packet.getPacketSize() + " bytes";
    }
    Message message = carrier.getMessage();
    if (!host.equals(message.getStringProperty(HOST_PROPERTY))) {
      return "host " + host + " sent a report in another name";
    }
    return text(message.getAddressSimpleString()).equals(REPORTS)
        ? null
        : "host " + host + " may send to the reports only";
  }

  // A null address is that of an anonymous producer: each of its messages is judged by itself.
  private static @Nullable String reportsOnly(@Nullable SimpleString address) {
    return address == null || text(address).equals(REPORTS)
        ? null
        : "address " + address + " is not for hosts";
  }

  private static String text(@Nullable SimpleString value) {
    return value == null ? "" : value.toString();
  }
}
