package cloud.jarrah.agent.simulated;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Hears magic packets for simulated hosts, on loopback, as their network cards would. */
public final class WakeListener implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WakeListener.class.getName());
  private static final int MAC = 6;
  private static final int REPEATED = 16;

  private final DatagramSocket socket;

  /**
   * @param wake is told the address that each magic packet names
   */
  public WakeListener(int port, Consumer<String> wake) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread thread = new Thread(() -> listen(wake), "wake");
    thread.setDaemon(true);
    thread.start();
  }

  private void listen(Consumer<String> wake) {
    byte[] buffer = new byte[1500];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        named(Arrays.copyOf(buffer, packet.getLength())).ifPresent(wake);
      } catch (IOException e) {
        LOG.log(socket.isClosed() ? Level.DEBUG : Level.WARNING, "no magic packet", e);
      }
    }
  }

  /** Six bytes of ones and sixteen times the address; empty: it is something else. */
  static Optional<String> named(byte[] packet) {
    if (packet.length < MAC + MAC * REPEATED) {
      return Optional.empty();
    }
    byte[] mac = Arrays.copyOfRange(packet, MAC, 2 * MAC);
    for (int i = 0; i < MAC + MAC * REPEATED; i++) {
      if (packet[i] != (i < MAC ? (byte) 0xff : mac[i % MAC])) {
        return Optional.empty();
      }
    }
    return Optional.of(HexFormat.ofDelimiter(":").formatHex(mac));
  }

  public int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }
}
