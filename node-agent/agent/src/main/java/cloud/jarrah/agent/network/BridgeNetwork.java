package cloud.jarrah.agent.network;

import cloud.jarrah.agent.files.AtomicFiles;
import cloud.jarrah.agent.files.AtomicFiles.Durability;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One bridge for all guests; a DHCP server gives each the address that the cloud assigned. */
public final class BridgeNetwork implements Network {
  private final Path hostsFile;
  private final DhcpServer dhcp;
  private final Map<String, List<Port>> ports = new TreeMap<>();

  /**
   * @param directory of the DHCP server's files
   */
  public BridgeNetwork(Path directory, DhcpServer dhcp) throws IOException {
    AtomicFiles.privateDirectory(directory);
    this.hostsFile = directory.resolve(DhcpServer.HOSTS_FILE);
    this.dhcp = dhcp;
  }

  @Override
  public synchronized void restore(Collection<InstanceSpec> instances) throws NetworkException {
    ports.clear();
    instances.forEach(instance -> ports.put(instance.id(), instance.ports()));
    write();
    dhcp.start();
  }

  @Override
  public synchronized void ensure(InstanceSpec instance) throws NetworkException {
    List<Port> before = ports.put(instance.id(), instance.ports());
    if (instance.ports().equals(before)) {
      dhcp.ensureAlive();
      return;
    }
    Set<String> outdated = takeFromOthers(instance);
    if (before != null) {
      outdated.addAll(macs(before));
    }
    write();
    if (outdated.isEmpty()) {
      dhcp.reload();
    } else {
      dhcp.forgetLeases(outdated);
    }
  }

  /** The cloud may give an address anew before this host has heard that its former owner left. */
  private Set<String> takeFromOthers(InstanceSpec instance) {
    Set<String> addresses =
        instance.ports().stream().map(Port::address).collect(Collectors.toSet());
    Set<String> outdated = new HashSet<>();
    ports.replaceAll(
        (id, each) -> {
          if (id.equals(instance.id())) {
            return each;
          }
          List<Port> kept = each.stream().filter(p -> !addresses.contains(p.address())).toList();
          if (kept.size() < each.size()) {
            outdated.addAll(macs(each));
          }
          return kept;
        });
    return outdated;
  }

  @Override
  public synchronized void ensureAbsent(String instanceId) throws NetworkException {
    List<Port> gone = ports.remove(instanceId);
    if (gone != null) {
      write();
      // A lease that outlived its instance would keep the address from the next one.
      dhcp.forgetLeases(macs(gone));
    }
  }

  private static Set<String> macs(List<Port> ports) {
    return ports.stream().map(Port::mac).collect(Collectors.toCollection(HashSet::new));
  }

  private void write() throws NetworkException {
    StringBuilder lines = new StringBuilder();
    ports.forEach(
        (id, each) ->
            each.forEach(
                port ->
                    lines
                        .append(port.mac())
                        .append(',')
                        .append(port.address())
                        .append(',')
                        .append(id)
                        .append('\n')));
    try {
      AtomicFiles.write(
          hostsFile,
          lines.toString().getBytes(StandardCharsets.US_ASCII),
          Durability.PROCESS_DEATH);
    } catch (IOException e) {
      throw new NetworkException("The host cannot write " + hostsFile + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    dhcp.close();
  }
}
