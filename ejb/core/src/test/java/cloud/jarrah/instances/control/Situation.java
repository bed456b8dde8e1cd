package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.ObservedPower;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A situation, told as it differs from a fresh wish on a good host. */
final class Situation {
  private final Desired desired;
  private InstanceState state = InstanceState.PENDING;
  private ObservedPower power = ObservedPower.UNKNOWN;
  private long observedGeneration;
  private boolean settled;
  private boolean everRan;
  private boolean told;
  private boolean rebootDue;
  private Reachability host = Reachability.UP;
  private int restarts;
  private Instant deadline = InstancePlannerTest.NOW.plusSeconds(100);
  private @Nullable Instant terminatedAt;
  private @Nullable Instant missingSince;
  private int missingReports;
  private boolean recoverable;
  private boolean diskShared;
  private boolean seenElsewhere;
  private @Nullable String detail;

  Situation(Desired desired) {
    this.desired = desired;
  }

  Situation sees(InstanceState newState, ObservedPower newPower) {
    state = newState;
    power = newPower;
    observedGeneration = 2;
    return this;
  }

  Situation outdated() {
    observedGeneration = 1;
    return this;
  }

  Situation told() {
    told = true;
    return this;
  }

  Situation rebootDue() {
    rebootDue = true;
    return this;
  }

  Situation onRemovedHost() {
    host = Reachability.REMOVED;
    return this;
  }

  Situation recoverable() {
    recoverable = true;
    host = Reachability.DOWN;
    return this;
  }

  Situation diskShared() {
    diskShared = true;
    return this;
  }

  Situation because(String text) {
    detail = text;
    return this;
  }

  Situation overdue() {
    deadline = InstancePlannerTest.NOW;
    return this;
  }

  Situation ranBefore() {
    everRan = true;
    return this;
  }

  Situation seenElsewhere() {
    diskShared = true;
    seenElsewhere = true;
    return this;
  }

  Situation settled() {
    settled = true;
    return this;
  }

  Situation restarted(int times) {
    restarts = times;
    return this;
  }

  Situation missing(Instant since, int reports) {
    missingSince = since;
    missingReports = reports;
    return this;
  }

  Situation terminatedAt(Instant when) {
    terminatedAt = when;
    return this;
  }

  InstanceSnapshot snapshot() {
    return new InstanceSnapshot(
        desired,
        2,
        state,
        power,
        observedGeneration,
        settled,
        everRan,
        restarts,
        deadline,
        terminatedAt,
        missingSince,
        missingReports,
        told,
        rebootDue,
        host,
        detail,
        recoverable,
        diskShared,
        seenElsewhere,
        InstancePlannerTest.NOW);
  }
}
