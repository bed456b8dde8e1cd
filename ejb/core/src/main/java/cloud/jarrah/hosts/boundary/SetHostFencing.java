package cloud.jarrah.hosts.boundary;

import cloud.jarrah.api.admin.HostFencingSettings;
import cloud.jarrah.api.admin.SetHostFencingRequest;
import cloud.jarrah.api.admin.SetHostFencingResponse;
import cloud.jarrah.hosts.control.FencingSetup;
import cloud.jarrah.hosts.control.HostErrors;
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

/** Says how the cloud switches a host off that has failed. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class SetHostFencing implements Action<SetHostFencingRequest, SetHostFencingResponse> {
  private final HostRepository hosts;
  private final FencingSetup setup;

  @Inject
  public SetHostFencing(HostRepository hosts, FencingSetup setup) {
    this.hosts = hosts;
    this.setup = setup;
  }

  @Override
  public Prepared<SetHostFencingResponse> prepare(SetHostFencingRequest request, Caller caller) {
    String id = request.hostId() == null ? "" : request.hostId();
    Host host = hosts.find(id).orElseThrow(() -> HostErrors.notFound(id));
    HostFencingSettings asked = request.settings();
    FencingSetup.Wanted wanted =
        FencingSetup.check(asked.method(), asked.address(), asked.userName(), asked.password());
    return Prepared.of(
        List.of("host/" + host.name()),
        () -> {
          setup.put(id, wanted);
          return new SetHostFencingResponse(id, wanted.method().name(), wanted.address());
        });
  }
}
