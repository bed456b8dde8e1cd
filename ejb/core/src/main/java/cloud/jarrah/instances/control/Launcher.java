package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.Grouping;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.PlacementOrder;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.Reservation;
import cloud.jarrah.instances.entity.Residence;
import cloud.jarrah.instances.entity.Size;
import cloud.jarrah.instances.entity.Wish;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.ClientToken;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes reservations: room, address and row of every instance in one transaction, or nothing. */
@Singleton
public class Launcher {
  private final InstanceRepository instances;
  private final Placement placement;
  private final Holdings holdings;
  private final InstanceTimeLimits limits;
  private final InstanceWakeup wakeup;
  private final Ids ids;
  private final DatabaseTime time;

  @Inject
  public Launcher(
      InstanceRepository instances,
      Placement placement,
      Holdings holdings,
      InstanceTimeLimits limits,
      InstanceWakeup wakeup,
      Ids ids,
      DatabaseTime time) {
    this.instances = instances;
    this.placement = placement;
    this.holdings = holdings;
    this.limits = limits;
    this.wakeup = wakeup;
    this.ids = ids;
    this.time = time;
  }

  /** A reservation and its instances. */
  public record Launched(Reservation reservation, List<Instance> instances) {}

  /** What the same client token brought before, if it was used: the same request, or an error. */
  public Optional<Launched> earlier(@Nullable String token, String digest, String accountId) {
    if (token == null) {
      return Optional.empty();
    }
    return instances
        .reservation(accountId, token)
        .map(
            reservation -> {
              if (!reservation.requestDigest().equals(digest)) {
                throw ClientToken.reused(token);
              }
              return new Launched(
                  reservation, instances.ofReservation(accountId, reservation.id()));
            });
  }

  public Launched launch(LaunchRequest request, Caller caller) {
    Reservation reservation = reserve(request, caller);
    List<Placement.Placed> places = placement.place(order(request));
    if (places.size() < request.minCount()) {
      throw InstanceErrors.noCapacity(request.zone(), shortage(request, places.size()));
    }
    List<Instance> made = new ArrayList<>();
    for (Placement.Placed place : places) {
      made.add(make(request, reservation, place, made.size(), caller));
    }
    holdings.count(made);
    wakeup.afterCommit();
    return new Launched(reservation, made);
  }

  private Reservation reserve(LaunchRequest request, Caller caller) {
    Reservation reservation =
        new Reservation(
            ids.next("r"), caller.accountId(), request.clientToken(), request.digest(), time.now());
    instances.add(reservation);
    // If another caller uses the same token at this moment, the unique key says so here; the
    // request is then run again and finds that reservation.
    instances.flush();
    return reservation;
  }

  private PlacementOrder order(LaunchRequest request) {
    List<String> instanceIds =
        Stream.generate(() -> ids.next("i")).limit(request.maxCount()).toList();
    return new PlacementOrder(
        instanceIds, request.zone(), request.type().demand(), request.grouping());
  }

  private Instance make(
      LaunchRequest request,
      Reservation reservation,
      Placement.Placed place,
      int index,
      Caller caller) {
    Instance instance =
        new Instance(
            place.consumerId(),
            reservation,
            index,
            new Size(request.type().name(), request.type().demand()),
            request.specification());
    instance.changeShutdownBehavior(request.shutdownBehavior());
    holdings.attach(
        request.zone(),
        new NetworkInterface.Owner(caller.accountId(), instance.id(), request.groupName()));
    instance.placed(
        new Residence(
            request.zone(), place.hostId(), place.note(), seat(request, place), place.storageId()),
        new Wish.Cause(caller.requestId(), time.now(), limits.launch()));
    instances.add(instance);
    return instance;
  }

  private static @Nullable GroupSeat seat(LaunchRequest request, Placement.Placed place) {
    Grouping grouping = request.grouping();
    return grouping == null
        ? null
        : new GroupSeat(
            grouping.groupId(),
            grouping.name(),
            place.partition() == 0 ? null : Integer.valueOf(place.partition()));
  }

  private String shortage(LaunchRequest request, int fitting) {
    String verdicts =
        placement.explain(request.zone(), request.type().demand(), request.grouping()).stream()
            .map(verdict -> verdict.text().replaceAll(":.*", ""))
            .collect(Collectors.groupingBy(text -> text, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .sorted()
            .collect(Collectors.joining(", "));
    return fitting
        + " of at least "
        + request.minCount()
        + " instances of type "
        + request.type().name()
        + " fit. Hosts: "
        + (verdicts.isEmpty() ? "none in this zone" : verdicts)
        + ".";
  }
}
