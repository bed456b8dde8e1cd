package cloud.jarrah.hosts.boundary;

import cloud.jarrah.api.admin.ListHostsRequest;
import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.control.FailureNotes;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostBrake;
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

/** Shows all hosts, what they offer and what is taken. */
@ApiAction(service = Service.ADMIN, effect = Effect.READ, administrator = true)
@Singleton
public class ListHosts implements Action<ListHostsRequest, ListHostsResponse> {
  private final HostRepository hosts;
  private final HostStatus status;
  private final FailureNotes notes;

  @Inject
  public ListHosts(HostRepository hosts, HostStatus status, FailureNotes notes) {
    this.hosts = hosts;
    this.status = status;
    this.notes = notes;
  }

  @Override
  public Prepared<ListHostsResponse> prepare(ListHostsRequest request, Caller caller) {
    return Prepared.of(
        () -> {
          Instant now = status.now();
          Instant since = status.listeningSince(now);
          return new ListHostsResponse(
              hosts.all().stream().map(host -> item(host, now, since)).toList(),
              notes.brake().map(HostBrake::reason).orElse(null));
        });
  }

  private static ListHostsResponse.Host item(Host host, Instant now, Instant listeningSince) {
    Standing standing = host.standing();
    return new ListHostsResponse.Host(
        host.id(),
        host.name(),
        host.zone(),
        host.reachability(now, listeningSince).name(),
        host.room().offered().cores(),
        host.room().used().cores(),
        host.room().offered().memoryMib(),
        host.room().used().memoryMib(),
        host.room().offered().diskGib(),
        host.room().used().diskGib(),
        host.lastSeen(),
        host.agentVersion(),
        host.hypervisor(),
        standing.standing().name(),
        standing.since(),
        standing.by(),
        standing.reason(),
        host.duty().duty().name(),
        host.duty().since(),
        host.duty().by(),
        host.power().power().name(),
        host.power().since());
  }
}
