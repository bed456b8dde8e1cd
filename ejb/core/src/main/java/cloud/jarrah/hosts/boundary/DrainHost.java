package cloud.jarrah.hosts.boundary;

import cloud.jarrah.api.admin.DrainHostRequest;
import cloud.jarrah.api.admin.DrainHostResponse;
import cloud.jarrah.hosts.control.HostErrors;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.Duty.Remainder;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing new comes to the host from now on, and what runs there is moved away. */
@ApiAction(service = Service.ADMIN, effect = Effect.WRITE, administrator = true)
@Singleton
public class DrainHost implements Action<DrainHostRequest, DrainHostResponse> {
  private final HostRepository hosts;
  private final HostStatus status;

  @Inject
  public DrainHost(HostRepository hosts, HostStatus status) {
    this.hosts = hosts;
    this.status = status;
  }

  @Override
  public Prepared<DrainHostResponse> prepare(DrainHostRequest request, Caller caller) {
    String id = request.hostId() == null ? "" : request.hostId();
    Remainder remainder = remainder(request.settings() == null ? null : request.settings().rest());
    Host host = hosts.lock(id).orElseThrow(() -> HostErrors.notFound(id));
    return Prepared.of(
        List.of("host/" + host.name()),
        () -> {
          host.duty().drain(remainder, caller.requestId(), status.now());
          return new DrainHostResponse(id, host.duty().duty().name(), remainder.name());
        });
  }

  private static Remainder remainder(@Nullable String asked) {
    if (asked == null) {
      return Remainder.LEAVE;
    }
    return Arrays.stream(Remainder.values())
        .filter(each -> each.name().equals(asked))
        .findFirst()
        .orElseThrow(() -> Wording.invalid("rest", asked, "It must be LEAVE or STOP."));
  }
}
