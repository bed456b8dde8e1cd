package cloud.jarrah.hosts.control;

import cloud.jarrah.hosts.entity.Allocation;
import cloud.jarrah.hosts.entity.Demand;
import cloud.jarrah.hosts.entity.GroupHost;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.hosts.entity.Host;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.hosts.entity.RoomRepository;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For audits of features that hold room: who holds what, and room for what is there already. */
@Singleton
public class RoomRepair {
  private final HostRepository hosts;
  private final RoomRepository rooms;
  private final GroupHostRepository groups;
  private final DatabaseTime time;

  @Inject
  public RoomRepair(
      HostRepository hosts, RoomRepository rooms, GroupHostRepository groups, DatabaseTime time) {
    this.hosts = hosts;
    this.rooms = rooms;
    this.groups = groups;
    this.time = time;
  }

  /**
   * What is on a host without room having been allocated for it.
   *
   * @param groupId null if it is in no group
   * @param partition 0 if its group has none
   */
  public record Squatter(
      String consumerId, String hostId, Demand demand, @Nullable String groupId, int partition) {}

  /** Hosts by who holds room there, a stretch of the holders' ids, both ends as in a page. */
  public Map<String, String> holders(String after, @Nullable String last) {
    Map<String, String> holders = new HashMap<>();
    rooms.between(after, last).forEach(h -> holders.put(h.consumerId(), h.hostId()));
    return holders;
  }

  /** Where a consumer holds room. */
  public Optional<String> hostOf(String consumerId) {
    return hosts.allocation(consumerId).map(Allocation::hostId);
  }

  /**
   * Allocates what is used anyway, whether it fits or not: what the host promises beside it must
   * fit. False if the host does not exist.
   */
  public boolean allocate(Squatter squatter) {
    Optional<Host> found = hosts.lock(squatter.hostId());
    if (found.isEmpty()) {
      return false;
    }
    Host host = found.get();
    Allocation allocation =
        new Allocation(squatter.consumerId(), host.id(), squatter.demand(), time.now());
    String group = squatter.groupId();
    if (group != null) {
      allocation.join(group, squatter.partition());
      if (groups.find(group, host.id()).isEmpty()) {
        groups.add(new GroupHost(new GroupHost.Key(group, host.id()), squatter.partition()));
      }
    }
    hosts.add(allocation);
    host.room().recount(hosts.allocated(host.id()));
    return true;
  }
}
