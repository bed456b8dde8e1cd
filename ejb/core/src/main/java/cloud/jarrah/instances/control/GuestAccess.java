package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds the one instance a request is about, if its guest can be reached now. */
@Singleton
public class GuestAccess {
  private final NamedInstances named;
  private final HostStatus hosts;

  @Inject
  public GuestAccess(NamedInstances named, HostStatus hosts) {
    this.named = named;
    this.hosts = hosts;
  }

  /** The instance; its row is locked. */
  public Instance require(String accountId, @Nullable String instanceId, String verb) {
    if (instanceId == null) {
      throw Wording.missing("InstanceId");
    }
    Instance instance = named.lockOne(accountId, instanceId);
    if (instance.state() != InstanceState.RUNNING) {
      throw InstanceErrors.wrongState(instance.id(), instance.state(), verb);
    }
    if (hosts.reachability(instance.hostId(), hosts.now()) != Reachability.UP) {
      throw InstanceErrors.hostSilent(
          "The instance's host cannot be reached at the moment. Please try again later.");
    }
    return instance;
  }
}
