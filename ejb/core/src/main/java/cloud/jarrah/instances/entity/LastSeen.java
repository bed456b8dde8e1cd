package cloud.jarrah.instances.entity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was last seen of an instance, to tell whether there is anything new. Not locked. */
public record LastSeen(
    String instanceId,
    boolean settled,
    int epoch,
    long incarnation,
    ObservedPower power,
    long generation,
    long bootGeneration,
    @Nullable String detail,
    int missingReports) {

  /**
   * Whether a later report changes nothing: the same is seen, by the same agent, and nothing is
   * wanted of the instance that has not come true.
   */
  public boolean stands(Observation.Source source, Observation.Seen seen) {
    return settled
        && missingReports == 0
        && epoch == source.epoch()
        && incarnation == source.incarnation()
        && power == seen.power()
        && generation == seen.generation()
        && bootGeneration == seen.bootGeneration()
        && Objects.equals(detail, Observation.shortened(seen.detail()));
  }
}
