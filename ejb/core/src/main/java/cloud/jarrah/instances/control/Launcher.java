package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.Reservation;
import cloud.jarrah.instances.entity.Residence;
import cloud.jarrah.instances.entity.Size;
import cloud.jarrah.instances.entity.Wish;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes reservations: room, address and row of every instance in one transaction, or nothing. */
@Singleton
public class Launcher {
  private final InstanceRepository instances;
  private final Placement placement;
  private final AddressBook addresses;
  private final InstanceTimeLimits limits;
  private final InstanceWakeup wakeup;
  private final Ids ids;
  private final DatabaseTime time;

  @Inject
  public Launcher(
      InstanceRepository instances,
      Placement placement,
      AddressBook addresses,
      InstanceTimeLimits limits,
      InstanceWakeup wakeup,
      Ids ids,
      DatabaseTime time) {
    this.instances = instances;
    this.placement = placement;
    this.addresses = addresses;
    this.limits = limits;
    this.wakeup = wakeup;
    this.ids = ids;
    this.time = time;
  }

  /** A reservation and its instances. */
  public record Launched(Reservation reservation, List<Instance> instances) {}

  /** What the same client token brought before, if it was used: the same request, or an error. */
  public Optional<Launched> earlier(LaunchRequest request, String accountId) {
    String token = request.clientToken();
    if (token == null) {
      return Optional.empty();
    }
    return instances
        .reservation(accountId, token)
        .map(
            reservation -> {
              if (!reservation.requestDigest().equals(request.digest())) {
                throw InstanceErrors.tokenReused(token);
              }
              return new Launched(
                  reservation, instances.ofReservation(accountId, reservation.id()));
            });
  }

  public Launched launch(LaunchRequest request, Caller caller) {
    Reservation reservation = reserve(request, caller);
    List<Instance> made = new ArrayList<>();
    while (made.size() < request.maxCount()) {
      Optional<Instance> next = place(request, reservation, made.size(), caller);
      if (next.isEmpty()) {
        break;
      }
      made.add(next.get());
    }
    if (made.size() < request.minCount()) {
      throw InstanceErrors.noCapacity(request.zone(), shortage(request, made.size()));
    }
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

  private Optional<Instance> place(
      LaunchRequest request, Reservation reservation, int index, Caller caller) {
    Instance instance =
        new Instance(
            ids.next("i"),
            reservation,
            index,
            new Size(request.type().name(), request.type().demand()),
            request.specification());
    instance.changeShutdownBehavior(request.shutdownBehavior());
    Optional<Placement.Placed> placed =
        placement.place(instance.id(), request.zone(), request.type().demand());
    placed.ifPresent(
        where -> {
          addresses.attach(
              request.zone(),
              new NetworkInterface.Owner(caller.accountId(), instance.id(), request.groupName()));
          instance.placed(
              new Residence(request.zone(), where.hostId(), where.note()),
              new Wish.Cause(caller.requestId(), time.now(), limits.launch()));
          instances.add(instance);
        });
    return placed.map(where -> instance);
  }

  private String shortage(LaunchRequest request, int fitting) {
    String verdicts =
        placement.explain(request.zone(), request.type().demand()).stream()
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
