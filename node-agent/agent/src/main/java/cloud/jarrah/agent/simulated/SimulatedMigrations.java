package cloud.jarrah.agent.simulated;

import cloud.jarrah.agent.hypervisor.DomainState;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.hypervisor.Migrations;
import cloud.jarrah.agent.images.BootFiles;
import cloud.jarrah.agent.simulated.SimulatedHypervisor.Domain;
import cloud.jarrah.node.Berth;
import cloud.jarrah.node.InstanceSpec;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Domains that change their host in no time. */
final class SimulatedMigrations implements Migrations {
  /** A move touches two hosts, and two moves may cross. */
  private static final Object ONE_MOVE_AT_A_TIME = new Object();

  private final String hostId;
  private final SimulatedHypervisor own;
  private final Function<String, @Nullable SimulatedHypervisor> others;

  SimulatedMigrations(
      String hostId,
      SimulatedHypervisor own,
      Function<String, @Nullable SimulatedHypervisor> others) {
    this.hostId = hostId;
    this.own = own;
    this.others = others;
  }

  @Override
  public Berth prepareArrival(InstanceSpec spec, BootFiles files, String fromHostId)
      throws HypervisorException {
    boolean unused = own.meetFault("prepare-arrival");
    synchronized (ONE_MOVE_AT_A_TIME) {
      List<String> addresses = spec.ports().stream().map(InstanceSpec.Port::address).toList();
      own.put(spec.id(), new Domain(DomainState.OFF_FOR_UNKNOWN_REASON, "", addresses));
    }
    return new Berth(fromHostId, hostId, "simulated", 1, "disk", null, null, "console", "bridge");
  }

  @Override
  public boolean cancelArrival(String instanceId) throws HypervisorException {
    boolean unused = own.meetFault("cancel-arrival");
    synchronized (ONE_MOVE_AT_A_TIME) {
      Domain domain = own.find(instanceId);
      if (domain != null && domain.state() != DomainState.OFF_FOR_UNKNOWN_REASON) {
        return false;
      }
      own.put(instanceId, null);
      return true;
    }
  }

  @Override
  public void depart(String instanceId, Berth to) throws HypervisorException, InterruptedException {
    boolean dying = own.meetFault("depart");
    @Nullable SimulatedHypervisor target = others.apply(to.hostId());
    synchronized (ONE_MOVE_AT_A_TIME) {
      Domain here = own.find(instanceId);
      Domain there = target == null ? null : target.find(instanceId);
      if (here == null || here.state() != DomainState.RUNNING) {
        throw new HypervisorException("The instance does not run on this host", true, null);
      }
      if (target == null || there == null || there.state() != DomainState.OFF_FOR_UNKNOWN_REASON) {
        throw new HypervisorException("The other host does not await the instance", true, null);
      }
      target.put(instanceId, here);
      own.put(instanceId, here.with(DomainState.MIGRATED, "[moved]"));
    }
    if (dying) {
      throw new InterruptedException("the agent dies and does not see the end");
    }
  }

  @Override
  public boolean hasDeparted(String instanceId, boolean callOff) throws HypervisorException {
    boolean unused = callOff && own.meetFault("cancel-departure");
    Domain domain = own.find(instanceId);
    return domain != null && domain.state() == DomainState.MIGRATED;
  }

  @Override
  public boolean takeBack(String instanceId) {
    Domain domain = own.find(instanceId);
    return domain != null && domain.state() == DomainState.RUNNING;
  }
}
