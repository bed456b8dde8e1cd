package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.PlacementOrder;
import cloud.jarrah.instances.entity.AutoRecovery;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.Migration;
import cloud.jarrah.instances.entity.Residence;
import cloud.jarrah.instances.entity.SightingRepository;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What there is of an instance beside its row: room, addresses, its part of the account's limits,
 * tags, a memory of its end.
 */
@Singleton
public class Holdings {
  private final Placement placement;
  private final AddressBook addresses;
  private final Tags tags;
  private final SightingRepository memory;
  private final InstanceUsage usage;

  @Inject
  public Holdings(
      Placement placement,
      AddressBook addresses,
      Tags tags,
      SightingRepository memory,
      InstanceUsage usage) {
    this.placement = placement;
    this.addresses = addresses;
    this.tags = tags;
    this.memory = memory;
    this.usage = usage;
  }

  /**
   * Whether an instance may start on another host when its own has failed. Members of groups may
   * not: their group would have to be asked, and its rows locked first.
   */
  static boolean mayMoveElsewhere(Instance instance) {
    return instance.residence().storageId() != null
        && instance.residence().group() == null
        && instance.launch().options().autoRecovery() == AutoRecovery.DEFAULT;
  }

  /**
   * Another host that has its disk and room for it; empty: none at present.
   *
   * @param notOn hosts that have yet to remove what they had of it
   */
  Optional<Residence> moveElsewhere(Instance instance, Set<String> notOn) {
    Residence from = instance.residence();
    return placement
        .move(
            new PlacementOrder(
                List.of(instance.id()),
                from.zone(),
                instance.demand(),
                null,
                from.storageId(),
                notOn))
        .map(
            placed ->
                new Residence(
                    from.zone(), placed.hostId(), placed.note(), null, placed.storageId()));
  }

  /** Another host lists it and has its disk. */
  boolean mayRunElsewhere(Instance instance) {
    return instance.residence().storageId() != null && memory.any(instance.id());
  }

  void keepDiskOnly(Instance instance) {
    placement.resize(instance.id(), instance.demand().diskOnly());
  }

  void release(Migration migration) {
    placement.release(migration.id());
  }

  /** An address of the zone. */
  void attach(String zone, NetworkInterface.Owner owner) {
    addresses.attach(zone, owner);
  }

  /** What is new counts against the limits of its owner. */
  void count(List<Instance> launched) {
    usage.launched(launched);
  }

  /** All of what it has, before it is marked as terminated. */
  void releaseAll(Instance instance) {
    placement.release(instance.id());
    addresses.detachAll(instance.id());
    usage.ending(instance);
  }

  /** Its row goes: what remains is that it was there. */
  void forget(Instance instance, Instant now) {
    tags.remove(instance.id());
    memory.ended(instance, now);
  }
}
