package cloud.jarrah.hosts.boundary;

import cloud.jarrah.api.admin.ReturnHostRequest;
import cloud.jarrah.api.admin.ReturnHostResponse;
import cloud.jarrah.hosts.control.HostErrors;
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

/** Takes a host into service again. Moves that have begun go on; no others begin. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class ReturnHost implements Action<ReturnHostRequest, ReturnHostResponse> {
  private final HostRepository hosts;
  private final HostStatus status;

  @Inject
  public ReturnHost(HostRepository hosts, HostStatus status) {
    this.hosts = hosts;
    this.status = status;
  }

  @Override
  public Prepared<ReturnHostResponse> prepare(ReturnHostRequest request, Caller caller) {
    String id = request.hostId() == null ? "" : request.hostId();
    Host host = hosts.lock(id).orElseThrow(() -> HostErrors.notFound(id));
    return Prepared.of(
        List.of("host/" + host.name()),
        () -> {
          host.duty().resume(caller.requestId(), status.now());
          host.power().believe(status.now());
          return new ReturnHostResponse(id, host.duty().duty().name());
        });
  }
}
