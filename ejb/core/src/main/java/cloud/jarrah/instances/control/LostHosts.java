package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostLossListener;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.Wish;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Ends the instances of a host that is gone for good: nobody else could say that they are gone. */
@Singleton
public class LostHosts implements HostLossListener {
  private static final Reason LOST =
      Reason.of("Server.HostLost", "The administrator declared the host and its disks lost");

  private final InstanceRepository instances;
  private final Reconciler.Holdings holdings;
  private final InstanceTimeLimits limits;
  private final DatabaseTime time;

  @Inject
  public LostHosts(
      InstanceRepository instances,
      Reconciler.Holdings holdings,
      InstanceTimeLimits limits,
      DatabaseTime time) {
    this.instances = instances;
    this.holdings = holdings;
    this.limits = limits;
    this.time = time;
  }

  @Override
  public void hostLost(String hostId, String requestId) {
    Instant now = time.now();
    Wish.Cause cause = new Wish.Cause(requestId, now, limits.removal());
    // Those that are still shown although terminated as well: their host cannot show them again.
    // All of them are locked before the host is: others lock in that order, too.
    List<Instance> lost =
        instances.idsEverOnHost(hostId).stream()
            .flatMap(id -> instances.lockForReport(id).stream())
            .toList();
    lost.forEach(instance -> end(instance, cause));
  }

  private void end(Instance instance, Wish.Cause cause) {
    instance.hostLost(LOST, cause);
    holdings.releaseAll(instance);
    Instant terminated = instance.terminatedAt() == null ? cause.now() : instance.terminatedAt();
    instance.settle(cause.now(), terminated.plus(InstancePlanner.TERMINATED_SHOWN));
  }
}
