package cloud.jarrah.agent.network;

import cloud.jarrah.agent.config.AgentConfig.Bridge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What dnsmasq shall do: DHCP for hosts that it was told of, no DNS, nothing for strangers. */
final class DnsmasqConfig {

  private DnsmasqConfig() {}

  static Path pidFile(Path directory) {
    return directory.resolve("dnsmasq.pid");
  }

  static Path leases(Path directory) {
    return directory.resolve("dnsmasq.leases");
  }

  static String render(Bridge bridge, BridgeAddress address, Path directory) {
    List<String> lines = new ArrayList<>();
    lines.add("port=0");
    lines.add("no-hosts");
    lines.add("no-resolv");
    lines.add("no-ping");
    lines.add("interface=" + bridge.name());
    lines.add("except-interface=lo");
    lines.add("bind-interfaces");
    lines.add("dhcp-authoritative");
    // The hosts share one segment: a DHCP server must be silent about the guests of others.
    lines.add("dhcp-ignore=tag:!known");
    lines.add("dhcp-range=" + address.network() + ",static," + address.netmask() + ",1h");
    lines.add("dhcp-option=option:router," + bridge.address());
    if (bridge.mtu() > 0) {
      lines.add("dhcp-option=option:mtu," + bridge.mtu());
    }
    lines.add("dhcp-lease-max=65536");
    lines.add("dhcp-hostsfile=" + directory.resolve(DhcpServer.HOSTS_FILE));
    lines.add("dhcp-leasefile=" + leases(directory));
    lines.add("pid-file=" + pidFile(directory));
    lines.add("quiet-dhcp");
    lines.add("log-facility=-");
    lines.add("user=root");
    return String.join("\n", lines) + "\n";
  }
}
