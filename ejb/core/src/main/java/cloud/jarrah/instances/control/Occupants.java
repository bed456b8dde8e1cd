package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.HostDuties.Assigned;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.control.Migrating.Obstacle;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.Migration.Stage;
import cloud.jarrah.instances.entity.MigrationRepository;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is still on a host that is to be emptied, and why. Found out anew from rows each time it is
 * asked, so that the loop and the administrator see the same, whichever server looks.
 */
@Singleton
public class Occupants {
  /** So many moves have to fail before it counts as one that cannot be moved. */
  private static final int FAILURES = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private final InstanceRepository instances;
  private final MigrationRepository migrations;
  private final Migrating migrating;
  private final HostStatus hosts;

  @Inject
  public Occupants(
      InstanceRepository instances,
      MigrationRepository migrations,
      Migrating migrating,
      HostStatus hosts) {
    this.instances = instances;
    this.migrations = migrations;
    this.migrating = migrating;
    this.hosts = hosts;
  }

  /** How far it has come with an instance. */
  public enum Fate {
    /** It is on its way. */
    MOVING,
    /** It can be moved. */
    NEXT,
    /** For something that passes. */
    WAITING,
    /** It cannot be moved. */
    LEFT,
    /** It is off: its disk stays. */
    STOPPED
  }

  /**
   * An instance of which something is on the host.
   *
   * @param lasting what stands against moving it does not pass by itself
   */
  public record Occupant(
      String instanceId, String state, Fate fate, boolean lasting, String reason) {}

  /**
   * All of them, in order of id.
   *
   * @param leaving how many are on their way from this host to another
   */
  public record Found(List<Occupant> occupants, int leaving) {
    public Found {
      occupants = List.copyOf(occupants);
    }

    /** How many stand in the way of maintenance. */
    public int left() {
      return (int) occupants.stream().filter(each -> each.fate() != Fate.STOPPED).count();
    }
  }

  /** One look: what all instances of the host have in common. */
  private record Look(
      Assigned host,
      Instant now,
      boolean heard,
      Map<String, List<Migration>> moves,
      Map<String, List<Migration>> failed,
      Function<Instance, Optional<Obstacle>> obstacles) {}

  public Found on(Assigned host) {
    Instant now = hosts.now();
    Look look =
        new Look(
            host,
            now,
            hosts.reachability(host.hostId(), now) == Reachability.UP,
            byInstance(migrations.touching(host.hostId())),
            byInstance(migrations.failedFrom(host.hostId(), host.since())),
            migrating.obstacles());
    Map<String, Occupant> found = new TreeMap<>();
    for (Instance instance : instances.onHost(host.hostId())) {
      found.put(instance.id(), resident(instance, look));
    }
    look.moves().forEach((id, moves) -> found.computeIfAbsent(id, absent -> passing(id, moves)));
    return new Found(new ArrayList<>(found.values()), leaving(look));
  }

  private static Map<String, List<Migration>> byInstance(List<Migration> migrations) {
    return migrations.stream().collect(Collectors.groupingBy(Migration::instanceId));
  }

  private static int leaving(Look look) {
    return (int)
        look.moves().values().stream()
            .flatMap(List::stream)
            .filter(move -> move.sourceHost().equals(look.host().hostId()))
            .filter(move -> move.stage() != Stage.CLEARING)
            .count();
  }

  /** It lives elsewhere, or may come. */
  private Occupant passing(String id, List<Migration> moves) {
    boolean comes = moves.stream().anyMatch(Migration::undecided);
    String reason =
        comes
            ? "it is on its way here, and goes on from here"
            : "it is elsewhere; what is left of it here is being removed";
    String state =
        instances.findForAdministrator(id).map(found -> found.state().wireName()).orElse("unknown");
    return new Occupant(id, state, comes ? Fate.WAITING : Fate.MOVING, false, reason);
  }

  private Occupant resident(Instance instance, Look look) {
    Optional<Migration> move =
        look.moves().getOrDefault(instance.id(), List.of()).stream()
            .filter(each -> each.sourceHost().equals(instance.hostId()))
            .findFirst();
    if (move.isPresent()) {
      return of(instance, Fate.MOVING, false, "to " + hosts.name(move.get().targetHost()));
    }
    if (look.moves().containsKey(instance.id())) {
      return of(instance, Fate.WAITING, false, "its former host has yet to remove what it had");
    }
    if (instance.state() == InstanceState.STOPPED && instance.settled()) {
      return of(instance, Fate.STOPPED, false, "its disk stays here");
    }
    if (!look.heard()) {
      return of(instance, Fate.WAITING, false, "the host cannot be reached");
    }
    return Migrating.runsQuietly(instance)
        ? running(instance, look)
        : of(instance, Fate.WAITING, false, "it is on its way to another state");
  }

  private Occupant running(Instance instance, Look look) {
    List<Migration> failed = look.failed().getOrDefault(instance.id(), List.of());
    if (!failed.isEmpty()) {
      Migration last = failed.get(failed.size() - 1);
      String why = "a move failed: " + last.detail();
      boolean enough = failed.size() >= FAILURES;
      Instant again = Objects.requireNonNull(last.endedAt()).plus(pause(failed.size()));
      if (enough && (look.host().stopsRest() || look.now().isBefore(again))) {
        return of(instance, Fate.LEFT, true, why);
      }
      if (look.now().isBefore(again)) {
        return of(instance, Fate.WAITING, false, why + "; tried again at " + again);
      }
    }
    Optional<Obstacle> obstacle = look.obstacles().apply(instance);
    return obstacle
        .map(each -> of(instance, Fate.LEFT, each.lasting(), each.text()))
        .orElseGet(() -> of(instance, Fate.NEXT, false, "it is moved as soon as others have gone"));
  }

  private static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 4));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static Occupant of(Instance instance, Fate fate, boolean lasting, String reason) {
    return new Occupant(instance.id(), instance.state().wireName(), fate, lasting, reason);
  }
}
