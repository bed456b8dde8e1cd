package cloud.jarrah.node;

import java.time.Instant;

/**
 * A report on its way to the cloud.
 *
 * @param incarnation counts the starts of the agent, kept on its disk
 * @param sequence counts the reports of this incarnation; (incarnation, sequence) only grows
 * @param sentAt by the host's clock, for people; never compared with other clocks
 */
public record ReportEnvelope(
    int version,
    String hostId,
    int hostEpoch,
    long incarnation,
    long sequence,
    Instant sentAt,
    NodeReport report) {

  public static final int VERSION = 1;
}
