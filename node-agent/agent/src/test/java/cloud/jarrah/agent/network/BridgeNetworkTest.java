package cloud.jarrah.agent.network;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.fakes.Specs;
import cloud.jarrah.node.InstanceSpec;
import cloud.jarrah.node.InstanceSpec.Port;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeNetworkTest {
  private final RecordedDhcp dhcp = new RecordedDhcp();
  private Path directory = Path.of("");
  private BridgeNetwork network;

  private static final class RecordedDhcp implements DhcpServer {
    final List<String> calls = new ArrayList<>();

    @Override
    public void start() {
      calls.add("start");
    }

    @Override
    public void reload() {
      calls.add("reload");
    }

    @Override
    public void forgetLeases(Set<String> macs) {
      calls.add("forget " + macs);
    }

    @Override
    public void ensureAlive() {
      calls.add("alive");
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void open(@TempDir Path temporary) throws Exception {
    directory = temporary;
    network = new BridgeNetwork(temporary, dhcp);
    network.restore(List.of());
  }

  private static InstanceSpec instance(String id, String mac, String address) {
    InstanceSpec any = Specs.instance(id);
    return new InstanceSpec(
        id,
        1,
        96,
        1,
        any.image(),
        null,
        null,
        List.of(new Port("eni-1", mac, address, 16)),
        any.metadata(),
        null);
  }

  private List<String> hosts() throws Exception {
    return Files.readAllLines(directory.resolve(DhcpServer.HOSTS_FILE));
  }

  @Test
  void instanceGetsItsAddressOnce() throws Exception {
    InstanceSpec instance = instance("i-0000000a", "d0:0d:00:00:00:0a", "10.180.1.1");
    network.ensure(instance);
    network.ensure(instance);
    assertThat(hosts()).containsExactly("d0:0d:00:00:00:0a,10.180.1.1,i-0000000a");
    assertThat(dhcp.calls).containsExactly("start", "reload", "alive");
  }

  @Test
  void absentInstanceLeavesNeitherHostNorLease() throws Exception {
    network.ensure(instance("i-0000000a", "d0:0d:00:00:00:0a", "10.180.1.1"));
    network.ensureAbsent("i-0000000a");
    network.ensureAbsent("i-0000000a");
    assertThat(hosts()).isEmpty();
    assertThat(dhcp.calls).containsExactly("start", "reload", "forget [d0:0d:00:00:00:0a]");
  }

  @Test
  void addressGoesToItsNewestOwner() throws Exception {
    network.ensure(instance("i-0000000a", "d0:0d:00:00:00:0a", "10.180.1.1"));
    network.ensure(instance("i-0000000b", "d0:0d:00:00:00:0b", "10.180.1.1"));
    assertThat(hosts()).containsExactly("d0:0d:00:00:00:0b,10.180.1.1,i-0000000b");
    assertThat(dhcp.calls).last().isEqualTo("forget [d0:0d:00:00:00:0a]");
  }
}
