package cloud.jarrah.platform.nodes;

import cloud.jarrah.node.CommandEnvelope;
import cloud.jarrah.platform.time.Countdown;
import java.time.Duration;
import java.util.List;

/**
 * Carries a command towards a host. It may be lost, doubled or late: the outbox makes up for it.
 */
public interface CommandTransport {

  /** What has not arrived by then does not arrive. */
  Duration TIME_TO_LIVE = Duration.ofSeconds(30);

  /** How old the knowledge of a host's epoch may be when something is sent there. */
  Duration SENT_WITHIN = Duration.ofSeconds(5);

  /**
   * How long after a change of a host's epoch nothing of the former can arrive there any more.
   * Twice, since the change takes its time, too.
   */
  Duration ARRIVED_WITHIN = TIME_TO_LIVE.plus(SENT_WITHIN.multipliedBy(2));

  /** Hands the command over, after the commit of whatever caused it. */
  void send(CommandEnvelope envelope);

  /** Hands many over, in their order. */
  default void sendAll(List<CommandEnvelope> envelopes) {
    sendAll(envelopes, Countdown.of(SENT_WITHIN));
  }

  /**
   * Hands many over, in their order, as long as there is time: who was paused must not go on and
   * tell a host what was meant for its former self. Those of the outbox are sent again anyway.
   */
  default void sendAll(List<CommandEnvelope> envelopes, Countdown time) {
    for (CommandEnvelope envelope : envelopes) {
      if (time.over()) {
        return;
      }
      send(envelope);
    }
  }
}
