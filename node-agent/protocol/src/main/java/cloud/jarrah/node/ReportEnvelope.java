package cloud.jarrah.node;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way to the cloud.
 *
 * @param version of the message format, at least the one that knows the report
 * @param incarnation counts the starts of the agent, kept on its disk
 * @param sequence counts the reports of this incarnation; (incarnation, sequence) only grows
 * @param sentAt by the host's clock, for people; never compared with other clocks
 * @param understands newest version of commands that the host understands; null: version 1
 */
public record ReportEnvelope(
    int version,
    String hostId,
    int hostEpoch,
    long incarnation,
    long sequence,
    Instant sentAt,
    NodeReport report,
    @Nullable Integer understands) {

  /** Of a report whose kind every version knows. */
  public static final int VERSION = 1;

  public ReportEnvelope {
    version = MessageVersions.atLeast(version, report);
  }

  /** As an agent of version 1 sends it. */
  public ReportEnvelope(
      int version,
      String hostId,
      int hostEpoch,
      long incarnation,
      long sequence,
      Instant sentAt,
      NodeReport report) {
    this(version, hostId, hostEpoch, incarnation, sequence, sentAt, report, null);
  }

  /** Newest version of commands that may be sent to the host. */
  public int understood() {
    return understands == null ? 1 : understands;
  }
}
