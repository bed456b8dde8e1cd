package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.control.PowerRules.Idle;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostDuty;
import cloud.jarrah.hosts.entity.HostPower;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.hosts.entity.Power;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.node.MessageVersions;
import cloud.jarrah.node.NodeCommand;
import cloud.jarrah.platform.leases.Lease;
import cloud.jarrah.platform.leases.LeaseLostException;
import cloud.jarrah.platform.leases.Leases;
import cloud.jarrah.platform.time.Countdown;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts idle hosts to sleep and wakes those that are needed, a little with each call. It remembers
 * nothing; the lease lets one server act. Whoever places something on a sleeping host marks it as
 * waking in that transaction, under the same lock under which it is put to sleep.
 */
@Singleton
public class PowerSaving {
  private static final Logger LOG = Logger.getLogger(PowerSaving.class);
  private static final String LEASE = "host-power";
  private static final Duration HELD = Duration.ofSeconds(30);
  private static final Duration TRIED_AGAIN_AFTER = Duration.ofSeconds(10);
  private static final Duration SWITCHED_ON_AGAIN_AFTER = Duration.ofSeconds(60);

  /** Spent on management controllers in one look; those left out may be asked a minute later. */
  private static final Duration SWITCHING_ON = Duration.ofSeconds(10);

  /** After that it counts as one that cannot be woken. */
  static final Duration WAKES_WITHIN = Duration.ofMinutes(5);

  private final HostRepository hosts;
  private final HostStatus status;
  private final PowerOrders orders;
  private final Waker waker;
  private final Leases leases;
  private final Transactions transactions;
  private final PowerSettings settings;

  @Inject
  public PowerSaving(
      HostRepository hosts,
      HostStatus status,
      PowerOrders orders,
      Waker waker,
      Leases leases,
      Transactions transactions,
      PowerSettings settings) {
    this.hosts = hosts;
    this.status = status;
    this.orders = orders;
    this.waker = waker;
    this.leases = leases;
    this.transactions = transactions;
    this.settings = settings;
  }

  /**
   * A host to be woken now.
   *
   * @param switchOn whether its management controller is to be asked, too
   */
  private record Call(String hostId, String mac, boolean switchOn) {}

  /** What one look has found to do. */
  private record Work(List<String> toSleep, List<Call> calls) {}

  /** Does what can be done now, if the lease is this server's. */
  public void goOn() {
    Optional<Lease> lease = leases.hold(LEASE, HELD);
    if (lease.isEmpty()) {
      return;
    }
    try {
      Work work =
          new Retrying(transactions)
              .requiresNew(
                  () -> {
                    leases.requireCurrent(lease.get());
                    return look(status.now());
                  });
      work.calls().forEach(call -> waker.magicPacket(call.mac()));
      for (String hostId : work.toSleep()) {
        putToSleep(lease.get(), hostId);
      }
      switchOn(work.calls());
    } catch (LeaseLostException e) {
      LOG.infof("%s", e.getMessage());
    }
  }

  /** Slow controllers must not keep magic packets waiting; which ones have to is left to chance. */
  private void switchOn(List<Call> calls) {
    List<Call> inAnyOrder = new ArrayList<>(calls);
    Collections.shuffle(inAnyOrder);
    Countdown left = Countdown.of(SWITCHING_ON);
    for (Call call : inAnyOrder) {
      if (call.switchOn() && !left.over()) {
        waker.switchOn(call.hostId());
      }
    }
  }

  private Work look(Instant now) {
    List<Idle> idle = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    if (!settings.saving() && hosts.allAwake()) {
      return new Work(List.of(), calls);
    }
    for (Host host : hosts.inOrderOfLocking()) {
      Power power = host.power();
      power.idle(host.room().saysUsed(Demand.NONE), now);
      if (power.speaks(host.lastSeen()) || isWanted(host)) {
        power.wake(now);
      }
      if (power.power() == HostPower.WAKING) {
        wake(host, now).filter(call -> mayBeCalled(host)).ifPresent(calls::add);
      } else if (mayRest(host, now)) {
        idle.add(
            new Idle(
                host.id(), host.zone(), canSleep(host), Objects.requireNonNull(power.idleSince())));
      }
    }
    return new Work(settings.saving() ? PowerRules.toSleep(idle, settings, now) : List.of(), calls);
  }

  /** Something is there that its administrator has brought back, or nobody saves power now. */
  private boolean isWanted(Host host) {
    return host.power().power() == HostPower.ASLEEP
        && mayBeCalled(host)
        && (!settings.saving() || !host.room().saysUsed(Demand.NONE));
  }

  /** Nobody is switched on who may have its case open. */
  private static boolean mayBeCalled(Host host) {
    return host.duty().duty() != HostDuty.MAINTENANCE
        && host.standing().standing() == HostStanding.ACTIVE;
  }

  /** It says how it is woken, and understands the order. */
  private static boolean canSleep(Host host) {
    return host.power().mac() != null
        && host.messageVersion() >= MessageVersions.of(NodeCommand.Sleep.class);
  }

  /** Used, awake, heard and empty. */
  private boolean mayRest(Host host, Instant now) {
    return host.power().awake()
        && host.power().idleSince() != null
        && host.duty().inService()
        && host.standing().standing() == HostStanding.ACTIVE
        && host.reachability(now, status.listeningSince(now)) == Reachability.UP;
  }

  private Optional<Call> wake(Host host, Instant now) {
    Power power = host.power();
    Instant since = Objects.requireNonNull(power.since());
    if (!now.isBefore(since.plus(WAKES_WITHIN))) {
      power.notWoken(now);
      LOG.errorf(
          "JARRAH000533 host %s (%s) could not be woken within %d s and is not used",
          host.name(), host.id(), WAKES_WITHIN.toSeconds());
      return Optional.empty();
    }
    Instant tried = power.triedAt();
    if (tried != null && now.isBefore(tried.plus(TRIED_AGAIN_AFTER))) {
      return Optional.empty();
    }
    power.tried(now);
    orders.stayAwake(host, now);
    boolean switchOn =
        tried == null
            || Duration.between(since, now).toSeconds() / SWITCHED_ON_AGAIN_AFTER.toSeconds()
                != Duration.between(since, tried).toSeconds() / SWITCHED_ON_AGAIN_AFTER.toSeconds();
    String mac = power.mac();
    return mac == null ? Optional.empty() : Optional.of(new Call(host.id(), mac, switchOn));
  }

  /** Looks once more while the host is locked: nothing can be placed there meanwhile. */
  private void putToSleep(Lease lease, String hostId) {
    new Retrying(transactions)
        .requiresNew(
            () -> {
              leases.requireCurrent(lease);
              Instant now = status.now();
              Optional<Host> empty =
                  hosts
                      .lock(hostId)
                      .filter(host -> mayRest(host, now) && canSleep(host))
                      .filter(host -> hosts.allocations(hostId) == 0);
              empty.ifPresent(
                  host -> {
                    host.power().sleep(now);
                    orders.sleep(host, now);
                    LOG.infof("JARRAH000531 host %s (%s) goes to sleep", host.name(), hostId);
                  });
              return empty.isPresent();
            });
  }
}
