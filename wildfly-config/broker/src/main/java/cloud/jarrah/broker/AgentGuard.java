package cloud.jarrah.broker;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every packet that enters the broker. The application's own in-VM connections pass; all
 * others are held to {@link HostRules}. A refused packet ends its connection: the broker merely
 * logs what an interceptor throws and would handle the packet all the same.
 */
public final class AgentGuard implements Interceptor {
  private static final Logger LOG = Logger.getLogger(AgentGuard.class);

  private final LargeMessages largeMessages = new LargeMessages();

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (connection.getTransportConnection() instanceof InVMConnection) {
      return true;
    }
    String refusal = refusal(packet, connection);
    if (refusal == null) {
      return true;
    }
    LOG.warnf("Agent connection from %s closed: %s", connection.getRemoteAddress(), refusal);
    connection.getTransportConnection().close();
    return false;
  }

  private @Nullable String refusal(Packet packet, RemotingConnection connection) {
    try {
      String peer = PeerName.of(connection);
      if (peer == null) {
        return "it shows no certificate with a usable common name";
      }
      if (PeerName.SERVER.equals(peer)) {
        return null;
      }
      String refusal = HostRules.refusal(packet, peer);
      return refusal != null ? refusal : largeMessages.refusal(packet, connection, peer);
    } catch (RuntimeException e) {
      LOG.error("Agent packet could not be judged", e);
      return "its packet could not be judged";
    }
  }
}
