package cloud.jarrah.platform.nodes;

import cloud.jarrah.node.CommandEnvelope;

/**
 * Carries a command towards a host. It may be lost, doubled or late: the outbox makes up for it.
 */
public interface CommandTransport {

  /** Hands the command over, after the commit of whatever caused it. */
  void send(CommandEnvelope envelope);
}
