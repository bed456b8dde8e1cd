package cloud.jarrah.api.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the place of an instance was chosen.
 *
 * @param hostId where it is; absent if it found no place
 * @param decision one sentence for people
 */
public record ExplainPlacementResponse(
    String instanceId, @Nullable String hostId, String decision, List<Candidate> candidates) {
  public ExplainPlacementResponse {
    candidates = List.copyOf(candidates);
  }

  /**
   * A host that was looked at.
   *
   * @param verdict {@code chosen}, or why not
   */
  public record Candidate(String hostId, String name, String verdict) {}
}
