package cloud.jarrah.hosts.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.GroupHost;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.RoomRepository;
import cloud.jarrah.hosts.entity.RoomRepository.Figures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what hosts and groups say of room with the allocation rows. */
@Singleton
public class RoomDrift implements DriftCheck {
  static final String USED_FIGURES = "host-used-figures";
  static final String EMPTY_USE = "group-use-without-member";

  private final HostRepository hosts;
  private final RoomRepository rooms;
  private final GroupHostRepository groups;

  @Inject
  public RoomDrift(HostRepository hosts, RoomRepository rooms, GroupHostRepository groups) {
    this.hosts = hosts;
    this.rooms = rooms;
    this.groups = groups;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(USED_FIGURES, EMPTY_USE);
  }

  @Override
  public List<Suspect> suspects(int most) {
    List<Suspect> suspects = new ArrayList<>();
    Map<String, Figures> summed = rooms.summed();
    rooms
        .said()
        .forEach(
            (host, said) -> {
              if (!said.equals(summed.getOrDefault(host, Figures.NONE)) && suspects.size() < most) {
                suspects.add(new Suspect(USED_FIGURES, host));
              }
            });
    rooms
        .emptyUses(most)
        .forEach(use -> suspects.add(new Suspect(EMPTY_USE, use.groupId() + "/" + use.hostId())));
    return suspects;
  }

  @Override
  public Verdict judge(Suspect suspect) {
    if (suspect.kind().equals(USED_FIGURES)) {
      return hosts.lock(suspect.resource()).map(this::recount).orElse(Verdict.FINE);
    }
    String[] ids = suspect.resource().split("/", 2);
    return hosts.lock(ids[1]).map(host -> leave(ids[0], host)).orElse(Verdict.FINE);
  }

  private Verdict recount(Host host) {
    Demand sum = hosts.allocated(host.id());
    if (host.room().saysUsed(sum)) {
      return Verdict.FINE;
    }
    host.room().recount(sum);
    return Verdict.healed("", "its row said otherwise, its allocations come to " + sum);
  }

  private Verdict leave(String group, Host host) {
    Optional<GroupHost> use = groups.find(group, host.id());
    if (use.isEmpty() || groups.members(group, host.id()) > 0) {
      return Verdict.FINE;
    }
    groups.remove(use.get());
    return Verdict.healed("", "the group has nothing on the host any more");
  }
}
