package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.ObservedPower;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the planner may look at.
 *
 * @param settled whether the end of the last transition was dealt with
 * @param commandOpen whether a command for the current generation waits for its answer
 * @param rebootDue whether a reboot was asked for and is not known to have happened
 * @param recoverable whether its host is off for sure and others have its disk
 * @param diskShared whether its disk lies on a storage that other hosts have, too
 * @param seenElsewhere whether another host lists it, and has its disk: it may run there
 * @param missingSince since when inventories of a reachable host lack the instance
 */
public record InstanceSnapshot(
    Desired desired,
    long generation,
    InstanceState state,
    ObservedPower power,
    long observedGeneration,
    boolean settled,
    boolean everRan,
    int restarts,
    @Nullable Instant deadline,
    @Nullable Instant terminatedAt,
    @Nullable Instant missingSince,
    int missingReports,
    boolean commandOpen,
    boolean rebootDue,
    Reachability host,
    @Nullable String detail,
    boolean recoverable,
    boolean diskShared,
    boolean seenElsewhere,
    Instant now) {

  /** Whether the host has begun to apply the current wish. */
  boolean upToDate() {
    return observedGeneration >= generation;
  }
}
