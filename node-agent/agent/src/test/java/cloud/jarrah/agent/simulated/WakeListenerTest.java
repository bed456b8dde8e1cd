package cloud.jarrah.agent.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WakeListenerTest {
  private static final String MAC = "02:00:5e:10:00:ff";

  static byte[] packet(String mac) {
    byte[] address = HexFormat.ofDelimiter(":").parseHex(mac);
    byte[] packet = new byte[102];
    Arrays.fill(packet, 0, 6, (byte) 0xff);
    for (int i = 6; i < packet.length; i++) {
      packet[i] = address[i % 6];
    }
    return packet;
  }

  @Test
  void aMagicPacketNamesOneMachine() {
    assertThat(WakeListener.named(packet(MAC))).contains(MAC);
    assertThat(WakeListener.named(Arrays.copyOf(packet(MAC), 108))).as("password").contains(MAC);
  }

  @Test
  void whatIsNoMagicPacketNamesNobody() {
    assertThat(WakeListener.named(new byte[0])).isEmpty();
    assertThat(WakeListener.named(Arrays.copyOf(packet(MAC), 101))).isEmpty();
    for (int i = 0; i < 102; i++) {
      if (i < 6 || i > 11) {
        byte[] wrong = packet(MAC);
        wrong[i] ^= 1;
        assertThat(WakeListener.named(wrong)).as("byte " + i).isEmpty();
      }
    }
  }
}
