package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostPower;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.HostStanding;
import cloud.jarrah.hosts.entity.ListenerRepository;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.platform.nodes.HostEpochs;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other features may know of hosts. */
@Singleton
public class HostStatus implements HostEpochs {
  private final HostRepository hosts;
  private final ListenerRepository listeners;
  private final DatabaseTime time;
  private volatile Listening last = new Listening(Instant.EPOCH, Instant.EPOCH);

  /** Asked once for all that is judged at the same moment. */
  private record Listening(Instant at, Instant since) {}

  @Inject
  public HostStatus(HostRepository hosts, ListenerRepository listeners, DatabaseTime time) {
    this.hosts = hosts;
    this.listeners = listeners;
    this.time = time;
  }

  public Instant now() {
    return time.now();
  }

  /** How well a host can be reached; one that does not exist is removed. */
  public Reachability reachability(String hostId, Instant now) {
    Instant since = listeningSince(now);
    return hosts.find(hostId).map(h -> h.reachability(now, since)).orElse(Reachability.REMOVED);
  }

  /** Whether the host was heard a moment ago, whatever it is believed to be. */
  public boolean speaks(Host host, Instant now) {
    return Reachability.at(host.lastSeen(), listeningSince(now), now) == Reachability.UP
        && !host.isOff();
  }

  /** Since when silence counts. */
  public Instant listeningSince(Instant now) {
    Listening known = last;
    if (!known.at().equals(now)) {
      known = new Listening(now, listeners.since(now));
      last = known;
    }
    return known.since();
  }

  /** Whether nothing can run on it: it is known to be off, or was removed. */
  public boolean isGone(String hostId) {
    return hosts.find(hostId).map(Host::isOff).orElse(true);
  }

  /** Whether what the host ran may be started elsewhere. */
  public boolean fenced(String hostId) {
    return fencedUnder(hostId).isPresent();
  }

  /** All those hosts. */
  public Set<String> allFenced() {
    return hosts.withStanding(HostStanding.FENCED);
  }

  /** The epoch that counts since the host was off; empty: it is not known to be off. */
  public Optional<Integer> fencedUnder(String hostId) {
    return hosts
        .find(hostId)
        .filter(host -> host.standing().standing() == HostStanding.FENCED)
        .map(Host::epoch);
  }

  /** Hosts that slept and could not be woken. */
  public Set<String> allUnwakeable() {
    return hosts.withPower(HostPower.UNWAKEABLE);
  }

  /** Whether the host slept and could not be woken: what was placed there never came to it. */
  public boolean unwakeable(String hostId) {
    return hosts
        .find(hostId)
        .filter(host -> host.power().power() == HostPower.UNWAKEABLE)
        .isPresent();
  }

  /**
   * How well a host can be reached.
   *
   * @param silentSince since when it has been silent for too long; null: it is heard, or never was
   */
  public record Contact(Reachability reachability, @Nullable Instant silentSince) {}

  /** As above, and since when, of many hosts in one question; none is missing. */
  public Map<String, Contact> contacts(Set<String> hostIds, Instant now) {
    Map<String, Contact> contacts = new HashMap<>();
    hostIds.forEach(id -> contacts.put(id, new Contact(Reachability.REMOVED, null)));
    Instant since = listeningSince(now);
    hosts.find(hostIds).forEach(host -> contacts.put(host.id(), contact(host, now, since)));
    return contacts;
  }

  private static Contact contact(Host host, Instant now, Instant listeningSince) {
    Reachability reachability = host.reachability(now, listeningSince);
    Instant seen = host.lastSeen();
    boolean silent = reachability == Reachability.SUSPECT || reachability == Reachability.DOWN;
    return new Contact(
        reachability, silent && seen != null ? seen.plus(Reachability.SUSPECT_AFTER) : null);
  }

  /** Where its instances' disks lie if other hosts have them, too; null: on its own disks. */
  public @Nullable String storageId(String hostId) {
    return hosts.find(hostId).map(Host::storageId).orElse(null);
  }

  /** The host's name for people. */
  public String name(String hostId) {
    return hosts.find(hostId).map(Host::name).orElse(hostId);
  }

  /**
   * Nothing is sent to a host that is being switched off, is off, or is not known to stay awake:
   * its epoch is not told.
   */
  @Override
  public Map<String, Integer> epochs(Set<String> hostIds) {
    Map<String, Integer> epochs = new HashMap<>();
    hosts.find(hostIds).stream()
        .filter(HostStatus::isTold)
        .forEach(host -> epochs.put(host.id(), host.epoch()));
    return epochs;
  }

  private static boolean isTold(Host host) {
    return host.standing().standing() == HostStanding.ACTIVE && host.power().awake();
  }

  @Override
  public Set<String> waiting(Set<String> hostIds) {
    return hosts.find(hostIds).stream()
        .filter(host -> !isTold(host))
        .map(Host::id)
        .collect(Collectors.toSet());
  }

  @Override
  public Map<String, Integer> messageVersions(Set<String> hostIds) {
    Map<String, Integer> versions = new HashMap<>();
    hosts.find(hostIds).forEach(host -> versions.put(host.id(), host.messageVersion()));
    return versions;
  }
}
