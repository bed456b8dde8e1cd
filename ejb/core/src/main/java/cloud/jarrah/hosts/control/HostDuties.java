package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Duty.Remainder;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostDuty;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What administrators want hosts for, told to those who empty them. */
@Singleton
public class HostDuties {
  private final HostRepository hosts;
  private final DatabaseTime time;

  @Inject
  public HostDuties(HostRepository hosts, DatabaseTime time) {
    this.hosts = hosts;
    this.time = time;
  }

  /**
   * A host and its duty.
   *
   * @param duty IN_SERVICE, DRAINING or MAINTENANCE
   * @param draining whether it is being emptied
   * @param since since when it has this duty; the beginning of time: ever since it joined
   * @param rest whether what cannot be moved is left or stopped; null: the host is in service
   * @param requestId the request that decided so; empty: nobody had to
   */
  public record Assigned(
      String hostId,
      String name,
      String duty,
      boolean draining,
      Instant since,
      @Nullable String rest,
      String requestId) {

    public boolean stopsRest() {
      return draining && Remainder.STOP.name().equals(rest);
    }
  }

  /** Hosts that are to be emptied. */
  public List<Assigned> draining() {
    return hosts.draining().stream().map(HostDuties::assigned).toList();
  }

  public Optional<Assigned> of(String hostId) {
    return hosts.find(hostId).map(HostDuties::assigned);
  }

  /** As above, and it stays so until the transaction ends. */
  public Optional<Assigned> locked(String hostId) {
    return hosts.lock(hostId).map(HostDuties::assigned);
  }

  /**
   * Nothing runs on the locked host any more, as its caller has seen.
   *
   * @return false: it is no longer to be emptied, or has failed
   */
  public boolean emptied(String hostId) {
    Optional<Host> host =
        hosts
            .find(hostId)
            .filter(found -> found.duty().duty() == HostDuty.DRAINING)
            .filter(found -> found.standing().standing() == HostStanding.ACTIVE);
    host.ifPresent(found -> found.duty().emptied(time.now()));
    return host.isPresent();
  }

  private static Assigned assigned(Host host) {
    @Nullable Instant since = host.duty().since();
    @Nullable Remainder remainder = host.duty().remainder();
    return new Assigned(
        host.id(),
        host.name(),
        host.duty().duty().name(),
        host.duty().duty() == HostDuty.DRAINING,
        since == null ? Instant.EPOCH : since,
        remainder == null ? null : remainder.name(),
        Objects.requireNonNullElse(host.duty().by(), ""));
  }
}
