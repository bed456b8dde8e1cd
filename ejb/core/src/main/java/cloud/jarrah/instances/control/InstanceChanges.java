package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.InstanceStateChange;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.PlacementOrder;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Reason;
import cloud.jarrah.instances.entity.Wish;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What owners do to their instances after the launch. Each is idempotent. */
@Singleton
public class InstanceChanges {
  /** As long for a reboot: the guest does the same work, and nobody waits longer for a reboot. */
  static final int STOP_GRACE_SECONDS = 60;

  private final Placement placement;
  private final HostStatus hosts;
  private final InstanceTimeLimits limits;
  private final InstanceWakeup wakeup;

  @Inject
  public InstanceChanges(
      Placement placement, HostStatus hosts, InstanceTimeLimits limits, InstanceWakeup wakeup) {
    this.placement = placement;
    this.hosts = hosts;
    this.limits = limits;
    this.wakeup = wakeup;
  }

  /** Only what runs, or is off already, can be switched off. */
  public static void requireStoppable(List<Instance> instances) {
    for (Instance instance : instances) {
      switch (instance.state()) {
        case RUNNING, STOPPING, STOPPED -> {
          // fine
        }
        case PENDING, SHUTTING_DOWN, TERMINATED ->
            throw InstanceErrors.wrongState(instance.id(), instance.state(), "stopped");
      }
    }
  }

  /** Only what is off, or on its way up already, can be started. */
  public static void requireStartable(List<Instance> instances) {
    for (Instance instance : instances) {
      switch (instance.state()) {
        case RUNNING, PENDING, STOPPED -> {
          // fine
        }
        case STOPPING, SHUTTING_DOWN, TERMINATED ->
            throw InstanceErrors.wrongState(instance.id(), instance.state(), "started");
      }
    }
  }

  /** Only what runs can be rebooted; what is off is started instead. */
  public static void requireRebootable(List<Instance> instances) {
    for (Instance instance : instances) {
      if (instance.state() != InstanceState.RUNNING) {
        throw InstanceErrors.wrongState(instance.id(), instance.state(), "rebooted");
      }
    }
  }

  /** The instances stay in the state running meanwhile. */
  public void reboot(List<Instance> instances, String requestId) {
    Wish.Cause cause = new Wish.Cause(requestId, hosts.now(), limits.stop());
    instances.forEach(instance -> instance.reboot(STOP_GRACE_SECONDS, cause));
    wakeup.afterCommit();
  }

  public List<InstanceStateChange> terminate(List<Instance> instances, String requestId) {
    Wish.Cause cause = new Wish.Cause(requestId, hosts.now(), limits.removal());
    return change(
        instances,
        instance -> {
          if (instance.wish().desired() != Desired.TERMINATED) {
            instance.terminate(
                Reason.of("Client.UserInitiatedShutdown", "User initiated shutdown"), cause);
          }
        });
  }

  public List<InstanceStateChange> stop(List<Instance> instances, boolean force, String requestId) {
    Instant now = hosts.now();
    Wish.Cause cause = new Wish.Cause(requestId, now, limits.stop());
    return change(
        instances,
        instance -> {
          boolean hurry = force && instance.wish().stopGraceSeconds() > 0;
          if (instance.state() == InstanceState.RUNNING
              || (instance.state() == InstanceState.STOPPING && hurry)) {
            instance.stop(
                force ? 0 : STOP_GRACE_SECONDS,
                Reason.of("Client.UserInitiatedShutdown", "User initiated shutdown"),
                cause);
          }
        });
  }

  public List<InstanceStateChange> start(List<Instance> instances, String requestId) {
    Wish.Cause cause = new Wish.Cause(requestId, hosts.now(), limits.launch());
    // Hosts are locked here: all who lock several do so in order of id.
    instances.stream()
        .filter(instance -> instance.state() == InstanceState.STOPPED)
        .sorted(Comparator.comparing(Instance::hostId))
        .forEach(this::requireRoom);
    return change(
        instances,
        instance -> {
          if (instance.state() == InstanceState.STOPPED) {
            instance.start(cause);
          }
        });
  }

  private void requireRoom(Instance instance) {
    boolean inService = placement.lockedInService(instance.hostId());
    if (startsElsewhere(instance)) {
      requireRoomElsewhere(instance);
    } else {
      requireRoomThere(instance, inService);
    }
  }

  /** The planner relocates it, as it does what ran when its host failed. */
  private boolean startsElsewhere(Instance instance) {
    return Holdings.mayMoveElsewhere(instance) && hosts.fenced(instance.hostId());
  }

  private void requireRoomElsewhere(Instance instance) {
    PlacementOrder order =
        new PlacementOrder(
            List.of(instance.id()),
            instance.zone(),
            instance.demand(),
            null,
            instance.residence().storageId(),
            Set.of(instance.hostId()));
    if (!placement.seemsPossible(order)) {
      throw InstanceErrors.noCapacity(
          instance.zone(), "the instance's host has failed, and no other has its disk and room.");
    }
    // Until it has moved it counts there: its host may come back before.
    if (!placement.resize(instance.id(), instance.demand())) {
      throw InstanceErrors.noCapacity(
          instance.zone(),
          "the instance's host has failed, and as much as it has room for is about to start"
              + " elsewhere; try again in a minute.");
    }
  }

  /** Its disk is on one host: it starts there or not at all. */
  private void requireRoomThere(Instance instance, boolean inService) {
    if (!inService) {
      throw InstanceErrors.noCapacity(
          instance.zone(),
          "the host that keeps the instance's disk is out of service for maintenance.");
    }
    if (hosts.reachability(instance.hostId(), hosts.now()) != Reachability.UP) {
      throw InstanceErrors.noCapacity(
          instance.zone(), "the host that keeps the instance's disk cannot be reached.");
    }
    if (!placement.resize(instance.id(), instance.demand())) {
      throw InstanceErrors.noCapacity(
          instance.zone(), "the host that keeps the instance's disk is full.");
    }
  }

  private List<InstanceStateChange> change(List<Instance> instances, Consumer<Instance> change) {
    List<InstanceStateChange> changes =
        instances.stream()
            .map(
                instance -> {
                  InstanceState before = instance.state();
                  change.accept(instance);
                  return InstanceMapper.change(instance, before);
                })
            .toList();
    wakeup.afterCommit();
    return changes;
  }
}
