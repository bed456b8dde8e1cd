package cloud.jarrah.hosts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.platform.config.Settings;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkWakerTest {
  private static PowerSettings read(Map<String, String> given) {
    Settings settings = new Settings(name -> Optional.ofNullable(given.get(name)));
    return new PowerSettingsReader().read(settings, new ConfiguredPolicy(settings));
  }

  @Test
  void aMagicPacketIsSixBytesOfOnesAndSixteenTimesTheAddress() {
    byte[] packet = NetworkWaker.packet("02:00:5e:10:00:ff");
    byte[] mac = {2, 0, 0x5e, 0x10, 0, (byte) 0xff};
    assertThat(packet).hasSize(102);
    assertThat(Arrays.copyOf(packet, 6)).containsOnly(0xff);
    for (int i = 0; i < 16; i++) {
      assertThat(Arrays.copyOfRange(packet, 6 + 6 * i, 12 + 6 * i)).isEqualTo(mac);
    }
  }

  @Test
  void itIsSentToTheConfiguredAddress() throws Exception {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      socket.setSoTimeout(10_000);
      PowerSettings settings =
          read(Map.of("jarrah.hosts.wake-address", "127.0.0.1:" + socket.getLocalPort()));
      new NetworkWaker(settings, hostId -> {}).magicPacket("02:00:00:00:00:01");
      DatagramPacket received = new DatagramPacket(new byte[200], 200);
      socket.receive(received);
      assertThat(Arrays.copyOf(received.getData(), received.getLength()))
          .isEqualTo(NetworkWaker.packet("02:00:00:00:00:01"));
    }
  }

  @Test
  void hostsSleepOnlyByThatPolicy() {
    assertThat(read(Map.of()).saving()).isFalse();
    assertThat(read(Map.of("jarrah.hosts.placement", "GREEDY")).saving()).isFalse();
    PowerSettings saving = read(Map.of("jarrah.hosts.placement", "POWERSAVE"));
    assertThat(saving.saving()).isTrue();
    assertThat(saving.idle()).isEqualTo(Duration.ofMinutes(5));
    assertThat(saving.spare()).isEqualTo(1);
    assertThat(saving.wakeAddress()).isEqualTo(new InetSocketAddress("255.255.255.255", 9));
  }

  @Test
  void aWrongAddressStopsTheStart() {
    assertThatThrownBy(() -> read(Map.of("jarrah.hosts.wake-address", "hosts:9")))
        .hasMessageContaining("jarrah.hosts.wake-address");
    assertThatThrownBy(() -> read(Map.of("jarrah.hosts.wake-address", "10.0.0.255:99999")))
        .hasMessageContaining("jarrah.hosts.wake-address");
    assertThatThrownBy(() -> read(Map.of("jarrah.hosts.wake-address", "10.0.0.999:9")))
        .hasMessageContaining("jarrah.hosts.wake-address");
  }
}
