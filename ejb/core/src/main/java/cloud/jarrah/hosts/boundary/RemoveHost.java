package cloud.jarrah.hosts.boundary;

import cloud.jarrah.api.admin.RemoveHostRequest;
import cloud.jarrah.api.admin.RemoveHostResponse;
import cloud.jarrah.hosts.control.HostErrors;
import cloud.jarrah.hosts.control.HostLossListener;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Forgets a host. Its credentials stop working with it. One that still has instances is removed
 * only as lost: by force, and they end with it. Their addresses are given to others, so it takes
 * the proof that it is off, as for starting them elsewhere.
 */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class RemoveHost implements Action<RemoveHostRequest, RemoveHostResponse> {
  private final HostRepository hosts;
  private final HostLossListener losses;
  private final HostStatus status;

  @Inject
  public RemoveHost(HostRepository hosts, HostLossListener losses, HostStatus status) {
    this.hosts = hosts;
    this.losses = losses;
    this.status = status;
  }

  @Override
  public Prepared<RemoveHostResponse> prepare(RemoveHostRequest request, Caller caller) {
    String id = request.hostId() == null ? "" : request.hostId();
    Host host = hosts.find(id).orElseThrow(() -> HostErrors.notFound(id));
    boolean force = Boolean.TRUE.equals(request.force());
    int inUse = hosts.allocations(id);
    if (inUse > 0) {
      requireLost(host, inUse, force);
    }
    return Prepared.of(
        List.of("host/" + host.name()),
        () -> {
          // Instances are locked before their host here as everywhere, so that nobody deadlocks.
          int ended = losses.hostLost(id, caller.requestId());
          Host locked = lockUnused(id);
          if (inUse > 0 || ended > 0) {
            // It may have come back before it was locked, or something may have come there.
            requireLost(locked, Math.max(inUse, ended), force);
          }
          hosts.remove(locked);
          return new RemoveHostResponse(id);
        });
  }

  private void requireLost(Host host, int instances, boolean force) {
    if (!force) {
      throw HostErrors.inUse(host.name(), instances);
    }
    requireOff(host);
  }

  private void requireOff(Host host) {
    if (status.speaks(host, status.now())) {
      throw HostErrors.speaks(host.name());
    }
    if (!host.isOff()) {
      throw HostErrors.notKnownOff(host.name(), host.id());
    }
  }

  private Host lockUnused(String id) {
    Host host = hosts.lock(id).orElseThrow(() -> HostErrors.notFound(id));
    int instances = hosts.allocations(id);
    if (instances > 0) {
      throw HostErrors.inUse(host.name(), instances);
    }
    return host;
  }
}
