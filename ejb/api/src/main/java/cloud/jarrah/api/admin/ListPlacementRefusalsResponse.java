package cloud.jarrah.api.admin;

import java.time.Instant;
import java.util.List;

/** The last refusals for lack of room, the newest first; at most 100. */
public record ListPlacementRefusalsResponse(List<Refusal> refusals) {
  public ListPlacementRefusalsResponse {
    refusals = List.copyOf(refusals);
  }

  /**
   * One request that found no room.
   *
   * @param accountId who asked
   * @param explanation why there was none, as the caller was told
   */
  public record Refusal(
      Instant time, String requestId, String accountId, String action, String explanation) {}
}
