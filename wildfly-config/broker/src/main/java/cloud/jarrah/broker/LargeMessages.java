package cloud.jarrah.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Bounds messages that arrive in pieces. Only the first piece names address and host; the broker
 * writes the pieces to its disk as they come.
 */
final class LargeMessages {
  /** Bytes so far, by connection and session channel. */
  private final Map<RemotingConnection, Map<Long, Long>> received = new WeakHashMap<>();

  synchronized @Nullable String refusal(Packet packet, RemotingConnection connection, String host) {
    byte type = packet.getType();
    if (type != PacketImpl.SESS_SEND_LARGE && type != PacketImpl.SESS_SEND_CONTINUATION) {
      return null;
    }
    Map<Long, Long> channels = received.computeIfAbsent(connection, c -> new HashMap<>());
    if (type == PacketImpl.SESS_SEND_LARGE) {
      channels.put(packet.getChannelID(), 0L);
      return null;
    }
    long total = channels.merge(packet.getChannelID(), (long) packet.getPacketSize(), Long::sum);
    return total > HostRules.MAX_MESSAGE_BYTES
        ? "host " + host + " sent a report of over " + HostRules.MAX_MESSAGE_BYTES + " bytes"
        : null;
  }
}
