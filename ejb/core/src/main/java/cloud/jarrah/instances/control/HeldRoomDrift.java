package cloud.jarrah.instances.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.drift.control.Pages;
import cloud.jarrah.hosts.control.Placement;
import cloud.jarrah.hosts.control.RoomRepair;
import cloud.jarrah.instances.entity.GroupSeat;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceAuditRepository.Outline;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.instances.entity.InstanceState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An instance that is not terminated holds room on its host, and no other does. */
@Singleton
public class HeldRoomDrift implements DriftCheck {
  static final String WITHOUT_INSTANCE = "allocation-without-instance";
  static final String WITHOUT_ROOM = "instance-without-allocation";
  static final String ELSEWHERE = "allocation-on-other-host";

  /** Others than instances may hold room, too: they are none of this check's business. */
  private static final Pattern INSTANCE = Pattern.compile("i-[0-9a-f]+");

  private final InstanceRepository instances;
  private final InstanceAuditRepository outlines;
  private final Placement placement;
  private final RoomRepair rooms;

  @Inject
  public HeldRoomDrift(
      InstanceRepository instances,
      InstanceAuditRepository outlines,
      Placement placement,
      RoomRepair rooms) {
    this.instances = instances;
    this.outlines = outlines;
    this.placement = placement;
    this.rooms = rooms;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(WITHOUT_INSTANCE, WITHOUT_ROOM, ELSEWHERE);
  }

  /** Goes through both sides in stretches of ids, so that memory stays small however many. */
  @Override
  public List<Suspect> suspects(int most) {
    return Pages.suspects(
        most,
        (after, suspects) -> {
          List<Outline> page = outlines.live(after, Pages.SIZE);
          String last = Pages.last(page, Outline::id);
          compare(page, rooms.holders(after, last), suspects);
          return last;
        });
  }

  private static void compare(
      List<Outline> live, Map<String, String> holders, Set<Suspect> suspects) {
    for (Outline instance : live) {
      String host = holders.remove(instance.id());
      if (host == null) {
        suspects.add(new Suspect(WITHOUT_ROOM, instance.id()));
      } else if (!host.equals(instance.hostId())) {
        suspects.add(new Suspect(ELSEWHERE, instance.id()));
      }
    }
    holders.keySet().stream()
        .filter(id -> INSTANCE.matcher(id).matches())
        .forEach(id -> suspects.add(new Suspect(WITHOUT_INSTANCE, id)));
  }

  @Override
  public Verdict judge(Suspect suspect) {
    String id = suspect.resource();
    // Read before the instance: who sees the allocation of a launch sees its instance as well.
    boolean held = rooms.hostOf(id).isPresent();
    Optional<Instance> instance = instances.lockForReport(id);
    return instance.filter(i -> i.terminatedAt() == null).isPresent()
        ? judgeLive(instance.get())
        : judgeGone(id, held);
  }

  private Verdict judgeGone(String id, boolean held) {
    if (!held) {
      return Verdict.FINE;
    }
    placement.release(id);
    return Verdict.healed("", "it held room although there is no such instance any more");
  }

  private Verdict judgeLive(Instance instance) {
    Optional<String> host = rooms.hostOf(instance.id());
    if (host.filter(instance.hostId()::equals).isPresent()) {
      return Verdict.FINE;
    }
    if (host.isPresent()) {
      placement.release(instance.id());
      instances.flush();
    }
    if (!rooms.allocate(squatter(instance))) {
      return Verdict.open(
          instance.accountId(),
          "its host "
              + instance.hostId()
              + " does not exist; terminate the instance, or restore the host's row");
    }
    return Verdict.healed(
        instance.accountId(),
        host.map(other -> "its room was on " + other + " and is now on its host ")
                .orElse("it held no room and does now, on its host ")
            + instance.hostId());
  }

  private static RoomRepair.Squatter squatter(Instance instance) {
    boolean off = instance.state() == InstanceState.STOPPED && instance.settled();
    GroupSeat seat = instance.residence().group();
    return new RoomRepair.Squatter(
        instance.id(),
        instance.hostId(),
        off ? instance.demand().diskOnly() : instance.demand(),
        seat == null ? null : seat.groupId(),
        seat == null || seat.partition() == null ? 0 : seat.partition());
  }
}
