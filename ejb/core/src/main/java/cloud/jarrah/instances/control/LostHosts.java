package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostLossListener;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.MigrationRepository;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.Wish;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Ends the instances of a host that is gone for good: nobody else could say that they are gone. */
@Singleton
public class LostHosts implements HostLossListener {
  private static final Reason LOST =
      Reason.of("Server.HostLost", "The administrator declared the host and its disks lost");

  private final InstanceRepository instances;
  private final MigrationRepository migrations;
  private final Holdings holdings;
  private final InstanceTimeLimits limits;
  private final HostStatus hosts;

  @Inject
  public LostHosts(
      InstanceRepository instances,
      MigrationRepository migrations,
      Holdings holdings,
      InstanceTimeLimits limits,
      HostStatus hosts) {
    this.instances = instances;
    this.migrations = migrations;
    this.holdings = holdings;
    this.limits = limits;
    this.hosts = hosts;
  }

  @Override
  public int hostLost(String hostId, String requestId) {
    Instant now = hosts.now();
    Wish.Cause cause = new Wish.Cause(requestId, now, limits.removal());
    // Those that are still shown although terminated as well: their host cannot show them again.
    // All of them are locked before the host is: others lock in that order, too.
    Set<String> ids = new TreeSet<>(instances.idsEverOnHost(hostId));
    ids.addAll(migrations.instancesTouching(hostId));
    List<Instance> locked =
        ids.stream().flatMap(id -> instances.lockForReport(id).stream()).toList();
    // A move that began since then holds room on the host, which is not removed then.
    List<Migration> moves =
        migrations.touching(hostId).stream()
            .filter(move -> ids.contains(move.instanceId()))
            .toList();
    List<Instance> here =
        locked.stream().filter(instance -> instance.hostId().equals(hostId)).toList();
    List<Migration> coming = moves.stream().filter(move -> move.holdsRoomOn(hostId)).toList();
    requireNotElsewhere(moves, hostId);
    requireNoSharedDisks(here);
    long unended = here.stream().filter(instance -> instance.terminatedAt() == null).count();
    here.forEach(instance -> end(instance, cause));
    // The moves themselves go on: they see that the host is removed.
    coming.forEach(holdings::release);
    locked.forEach(instance -> instance.lookAgainAt(now));
    return Math.toIntExact(unended) + coming.size();
  }

  /** What has left the host may run already where it was sent, and is not lost then. */
  private void requireNotElsewhere(List<Migration> moves, String hostId) {
    moves.stream()
        .filter(move -> move.sourceHost().equals(hostId) && move.undecided())
        .filter(move -> !hosts.isGone(move.targetHost()))
        .findFirst()
        .ifPresent(
            move -> {
              throw InstanceErrors.mayHaveMoved(
                  move.instanceId(), hosts.name(move.targetHost()), move.targetHost());
            });
  }

  /** Their disks are not lost with the host; what is to be removed waits for nobody else. */
  private static void requireNoSharedDisks(List<Instance> here) {
    List<String> shared =
        here.stream()
            .filter(instance -> instance.residence().storageId() != null)
            .filter(instance -> instance.wish().desired() != Desired.TERMINATED)
            .map(Instance::id)
            .toList();
    if (!shared.isEmpty()) {
      throw InstanceErrors.disksNotLost(shared);
    }
  }

  private void end(Instance instance, Wish.Cause cause) {
    instance.hostLost(LOST, cause);
    holdings.releaseAll(instance);
    Instant terminated = instance.terminatedAt() == null ? cause.now() : instance.terminatedAt();
    instance.settle(cause.now(), terminated.plus(InstancePlanner.TERMINATED_SHOWN));
  }
}
