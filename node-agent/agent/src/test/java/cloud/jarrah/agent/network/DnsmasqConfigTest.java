package cloud.jarrah.agent.network;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.config.AgentConfig.Bridge;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DnsmasqConfigTest {
  private static final byte[] ADDRESS = {10, (byte) 180, 7, 9};

  @Test
  void networkFollowsFromTheBridgesAddress() {
    assertThat(BridgeAddress.of(ADDRESS, 16))
        .isEqualTo(new BridgeAddress("10.180.0.0", "255.255.0.0"));
    assertThat(BridgeAddress.of(ADDRESS, 30))
        .isEqualTo(new BridgeAddress("10.180.7.8", "255.255.255.252"));
  }

  @Test
  void serverAnswersOnlyWhomItKnows() {
    Bridge bridge = new Bridge("br0", "10.180.0.1", 1400, Path.of("/usr/sbin/dnsmasq"));
    String text =
        DnsmasqConfig.render(bridge, BridgeAddress.of(ADDRESS, 16), Path.of("/state/network"));
    assertThat(text.lines())
        .contains(
            "port=0",
            "interface=br0",
            "dhcp-ignore=tag:!known",
            "dhcp-range=10.180.0.0,static,255.255.0.0,1h",
            "dhcp-option=option:router,10.180.0.1",
            "dhcp-option=option:mtu,1400",
            "dhcp-hostsfile=/state/network/dhcp-hosts");
  }
}
