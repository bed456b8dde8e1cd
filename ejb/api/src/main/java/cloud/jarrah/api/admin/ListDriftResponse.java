package cloud.jarrah.api.admin;

import java.time.Instant;
import java.util.List;

/** What audits looked for, and what could not be mended. */
public record ListDriftResponse(List<Kind> kinds, List<Finding> open) {
  public ListDriftResponse {
    kinds = List.copyOf(kinds);
    open = List.copyOf(open);
  }

  /**
   * One kind of drift.
   *
   * @param lastRun when it was looked for last
   * @param found so many, since the cloud was set up
   * @param healed so many of those were mended
   */
  public record Kind(String kind, Instant lastRun, long tookMillis, long found, long healed) {}

  /**
   * Something that waits for an administrator, or for the next run.
   *
   * @param resource an id, or two with a slash
   * @param detail what is wrong and what to do
   */
  public record Finding(
      String kind, String resource, String detail, Instant firstSeen, Instant lastSeen) {}
}
