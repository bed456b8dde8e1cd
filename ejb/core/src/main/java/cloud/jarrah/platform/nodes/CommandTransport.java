package cloud.jarrah.platform.nodes;

import cloud.jarrah.node.CommandEnvelope;
import java.time.Duration;
import java.util.List;

/**
 * Carries a command towards a host. It may be lost, doubled or late: the outbox makes up for it.
 */
public interface CommandTransport {

  /** What has not arrived by then does not arrive. */
  Duration TIME_TO_LIVE = Duration.ofSeconds(30);

  /** Hands the command over, after the commit of whatever caused it. */
  void send(CommandEnvelope envelope);

  /** Hands many over, in their order. */
  default void sendAll(List<CommandEnvelope> envelopes) {
    envelopes.forEach(this::send);
  }
}
