package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostDuties;
import cloud.jarrah.hosts.control.HostDuties.Assigned;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.Wish;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Takes instances off a host, each in its caller's transaction, and only while that is wanted. */
@Singleton
public class Evacuation {
  private static final Reason MAINTENANCE =
      Reason.of("Server.ScheduledStop", "The host is taken out of service for maintenance");

  private final HostDuties duties;
  private final Migrating migrating;
  private final InstanceRepository instances;
  private final MigrationRepository migrations;
  private final InstanceTimeLimits limits;
  private final InstanceWakeup wakeup;
  private final HostStatus hosts;

  @Inject
  public Evacuation(
      HostDuties duties,
      Migrating migrating,
      InstanceRepository instances,
      MigrationRepository migrations,
      InstanceTimeLimits limits,
      InstanceWakeup wakeup,
      HostStatus hosts) {
    this.duties = duties;
    this.migrating = migrating;
    this.instances = instances;
    this.migrations = migrations;
    this.limits = limits;
    this.wakeup = wakeup;
    this.hosts = hosts;
  }

  /** Begins to move it to wherever there is room; false: it is no longer to be moved. */
  boolean move(Assigned host, String instanceId) {
    // Not locked: hosts are locked in order, and which one it goes to is not known yet.
    if (duties.of(host.hostId()).filter(Assigned::draining).isEmpty()) {
      return false;
    }
    migrating.begin(instanceId, null, host.requestId());
    return true;
  }

  /** Stops it, as its owner would; false: it is no longer to be stopped. */
  boolean stop(Assigned host, String instanceId) {
    Optional<Instance> found =
        instances
            .lockForReport(instanceId)
            .filter(instance -> instance.hostId().equals(host.hostId()))
            .filter(Migrating::runsQuietly)
            .filter(instance -> migrations.underWay(List.of(instanceId)).isEmpty());
    if (found.isEmpty() || duties.locked(host.hostId()).filter(Assigned::stopsRest).isEmpty()) {
      return false;
    }
    found
        .get()
        .stop(
            InstanceChanges.STOP_GRACE_SECONDS,
            MAINTENANCE,
            new Wish.Cause(host.requestId(), hosts.now(), limits.stop()));
    wakeup.afterCommit();
    return true;
  }
}
