package cloud.jarrah.api.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All hosts, by name.
 *
 * @param brake why no host is fenced at present; absent: hosts that fail are fenced
 */
public record ListHostsResponse(List<Host> hosts, @Nullable String brake) {
  public ListHostsResponse {
    hosts = List.copyOf(hosts);
  }

  /**
   * One host: what it offers, and what is taken of it by allocations.
   *
   * @param state how well it is heard
   * @param lastSeen time of its last report; absent before the first
   * @param standing what the cloud does about it: ACTIVE, FENCING or FENCED
   * @param duty what an administrator wants it for: IN_SERVICE, DRAINING or MAINTENANCE
   * @param power AWAKE, ASLEEP, WAKING or UNWAKEABLE
   * @param standingBy the server or the request that decided so; absent: nobody had to
   */
  public record Host(
      String id,
      String name,
      String zone,
      String state,
      int cores,
      int usedCores,
      int memoryMib,
      int usedMemoryMib,
      int diskGib,
      int usedDiskGib,
      @Nullable Instant lastSeen,
      @Nullable String agentVersion,
      @Nullable String hypervisor,
      String standing,
      @Nullable Instant standingSince,
      @Nullable String standingBy,
      @Nullable String standingReason,
      String duty,
      @Nullable Instant dutySince,
      @Nullable String dutyBy,
      String power,
      @Nullable Instant powerSince) {}
}
