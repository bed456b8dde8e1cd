package cloud.jarrah.hosts.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Wakes hosts by magic packets and by their management controllers. */
@Singleton
public class NetworkWaker implements Waker {
  private static final Logger LOG = Logger.getLogger(NetworkWaker.class);
  private static final int MAC = 6;
  private static final int REPEATED = 16;

  private final PowerSettings settings;
  private final Consumer<String> controllers;

  @Inject
  public NetworkWaker(PowerSettings settings, ConfiguredFence controllers) {
    this(settings, controllers::switchOn);
  }

  NetworkWaker(PowerSettings settings, Consumer<String> controllers) {
    this.settings = settings;
    this.controllers = controllers;
  }

  @Override
  public void magicPacket(String mac) {
    byte[] packet = packet(mac);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setBroadcast(true);
      socket.send(new DatagramPacket(packet, packet.length, settings.wakeAddress()));
    } catch (IOException e) {
      LOG.warnf(
          "JARRAH000534 no magic packet can be sent to %s (jarrah.hosts.wake-address): %s",
          settings.wakeAddress(), e.getMessage());
    }
  }

  /** Six bytes of ones, and sixteen times the address. */
  static byte[] packet(String mac) {
    byte[] address = HexFormat.ofDelimiter(":").parseHex(mac);
    byte[] packet = new byte[MAC + MAC * REPEATED];
    Arrays.fill(packet, 0, MAC, (byte) 0xff);
    for (int i = MAC; i < packet.length; i++) {
      packet[i] = address[i % MAC];
    }
    return packet;
  }

  @Override
  public void switchOn(String hostId) {
    controllers.accept(hostId);
  }
}
