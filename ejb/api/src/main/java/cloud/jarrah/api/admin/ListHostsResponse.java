package cloud.jarrah.api.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All hosts, by name. */
public record ListHostsResponse(List<Host> hosts) {
  public ListHostsResponse {
    hosts = List.copyOf(hosts);
  }

  /**
   * One host: what it offers, and what is taken of it by allocations.
   *
   * @param lastSeen time of its last report; absent before the first
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
      @Nullable String hypervisor) {}
}
