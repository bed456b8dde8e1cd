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
  private final HostConnections hosts = new HostConnections();
  private final Admission admission;

  public AgentGuard() {
    this(Admission.configured());
  }

  AgentGuard(Admission admission) {
    this.admission = admission;
  }

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (connection.getTransportConnection() instanceof InVMConnection) {
      return true;
    }
    Verdict verdict = judge(packet, connection);
    if (verdict.passes()) {
      return true;
    }
    if (verdict.refusal() != null) {
      LOG.warnf(
          "Agent connection from %s closed: %s", connection.getRemoteAddress(), verdict.refusal());
    }
    connection.getTransportConnection().close();
    return false;
  }

  /**
   * @param refusal why it is refused; null: it passes, or the host is merely put off
   */
  private record Verdict(boolean passes, @Nullable String refusal) {
    static final Verdict PASS = new Verdict(true, null);
    static final Verdict LATER = new Verdict(false, null);

    static Verdict of(@Nullable String refusal) {
      return refusal == null ? PASS : new Verdict(false, refusal);
    }
  }

  private Verdict judge(Packet packet, RemotingConnection connection) {
    try {
      String peer = PeerName.of(connection);
      if (peer == null) {
        return Verdict.of("it shows no certificate with a usable common name");
      }
      if (PeerName.SERVER.equals(peer)) {
        return Verdict.PASS;
      }
      String refusal = HostRules.refusal(packet, peer);
      if (refusal != null) {
        return Verdict.of(refusal);
      }
      if (HostRules.opensSession(packet)) {
        return admit(peer, connection);
      }
      return Verdict.of(largeMessages.refusal(packet, connection, peer));
    } catch (RuntimeException e) {
      LOG.error("Agent packet could not be judged", e);
      return Verdict.of("its packet could not be judged");
    }
  }

  private Verdict admit(String host, RemotingConnection connection) {
    if (!admission.admits(host, connection)) {
      return Verdict.LATER;
    }
    hosts.admitted(host, connection);
    return Verdict.PASS;
  }
}
