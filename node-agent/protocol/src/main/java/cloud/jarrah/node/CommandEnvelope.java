package cloud.jarrah.node;

import java.time.Instant;

/**
 * A command on its way to one host.
 *
 * @param version of the message format, at least the one that knows the command; a host refuses a
 *     version it does not know
 * @param commandId unique; the same id may arrive more than once
 * @param hostId the host it is for
 * @param hostEpoch enrolment count of the host: a host enrolled anew ignores commands to its former
 *     self
 * @param resource the resource the generation counts for: an instance id, or the host id
 * @param generation of the wish; a host that applied a newer one ignores this
 * @param deadline after which the host must not begin any more
 * @param requestId of the request that caused it, for the logs
 */
public record CommandEnvelope(
    int version,
    String commandId,
    String hostId,
    int hostEpoch,
    String resource,
    long generation,
    Instant deadline,
    String requestId,
    NodeCommand command) {

  /** Of a command whose kind every version knows. */
  public static final int VERSION = 1;

  public CommandEnvelope {
    version = MessageVersions.atLeast(version, command);
  }
}
