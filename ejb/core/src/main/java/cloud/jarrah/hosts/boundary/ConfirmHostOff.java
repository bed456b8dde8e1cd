package cloud.jarrah.hosts.boundary;

import cloud.jarrah.api.admin.ConfirmHostOffRequest;
import cloud.jarrah.api.admin.ConfirmHostOffResponse;
import cloud.jarrah.hosts.control.HostErrors;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.Standing;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** An administrator has made sure that a silent host is off: what it ran may start elsewhere. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class ConfirmHostOff implements Action<ConfirmHostOffRequest, ConfirmHostOffResponse> {
  private final HostRepository hosts;
  private final HostStatus status;

  @Inject
  public ConfirmHostOff(HostRepository hosts, HostStatus status) {
    this.hosts = hosts;
    this.status = status;
  }

  @Override
  public Prepared<ConfirmHostOffResponse> prepare(ConfirmHostOffRequest request, Caller caller) {
    String id = request.hostId() == null ? "" : request.hostId();
    Host host = hosts.lock(id).orElseThrow(() -> HostErrors.notFound(id));
    Instant now = status.now();
    // One that was heard again since it was off has to be confirmed anew.
    boolean fenced = host.isOff();
    if (status.speaks(host, now)) {
      throw HostErrors.speaks(host.name());
    }
    return Prepared.of(
        List.of("host/" + host.name()),
        () -> {
          if (!fenced) {
            host.fenced(
                new Standing.Decision(caller.requestId(), 0, now),
                "An administrator confirmed that it is off");
          }
          return new ConfirmHostOffResponse(id, host.standing().standing().name(), host.epoch());
        });
  }
}
