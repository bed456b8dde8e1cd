package cloud.jarrah.agent.config;

import cloud.jarrah.node.NodeReport.Capacity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agent's configuration; see {@link ConfigFile} for the keys.
 *
 * @param state directory of everything the agent keeps
 * @param name of the host, for people
 * @param migration where other hosts are let in that send instances; null: nowhere
 * @param tokenFile one-time tokens; needed only until the host is enrolled
 * @param sharedDirectory where instances' disks lie if other hosts have it, too
 * @param slumber null: it never sleeps
 */
public record AgentConfig(
    Path state,
    String name,
    URI enrolmentUrl,
    Path certificateAuthority,
    @Nullable Path tokenFile,
    @Nullable Path sharedDirectory,
    HypervisorKind hypervisor,
    Offer offer,
    Libvirt libvirt,
    Bridge bridge,
    ImageLimits images,
    @Nullable HostPort metadata,
    @Nullable HostPort migration,
    Timing timing,
    @Nullable Slumber slumber,
    Simulation simulation) {

  /** Where instances run. */
  public enum HypervisorKind {
    LIBVIRT,
    SIMULATED
  }

  /** What the host offers to the cloud. */
  public record Offer(int cores, int memoryMib, int diskGib) {
    public Capacity capacity(String hypervisor, String version, @Nullable String storageId) {
      return new Capacity(cores, memoryMib, diskGib, hypervisor, version, storageId);
    }
  }

  /**
   * How domains are made. Never guessed from the machine: a host may offer /dev/kvm that no guest
   * kernel can use.
   *
   * @param cpuMode {@code maximum} for emulation, {@code host-passthrough} or {@code host-model}
   */
  public record Libvirt(String uri, String domainType, String machine, String cpuMode) {}

  /**
   * The bridge that guests are plugged into.
   *
   * @param address of the host on the bridge: the guests' router
   * @param mtu told to the guests, 0: not told
   */
  public record Bridge(String name, String address, int mtu, Path dnsmasq) {}

  /**
   * @param cacheBytes size of the cache of base images
   * @param maxImageBytes largest image that is fetched
   */
  public record ImageLimits(long cacheBytes, long maxImageBytes, Path qemuImg) {}

  /** Address to listen on. */
  public record HostPort(String host, int port) {}

  public record Timing(Duration heartbeat, Duration inventory, Duration refresh) {}

  /**
   * @param hosts how many hosts this process plays
   * @param bootMaximum a simulated boot takes up to this
   * @param control where faults can be ordered, null: nowhere
   * @param shared whether they say that they have their disks on one storage
   * @param wakePort on loopback, where magic packets wake them; 0: they do not sleep
   */
  public record Simulation(
      int hosts, Duration bootMaximum, @Nullable HostPort control, boolean shared, int wakePort) {}

  /**
   * How the host is put to sleep and woken.
   *
   * @param command and its arguments
   * @param mac of the interface that a magic packet wakes it by
   */
  public record Slumber(List<String> command, String mac) {
    public Slumber {
      command = List.copyOf(command);
    }
  }
}
