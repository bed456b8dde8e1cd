package cloud.jarrah.it.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** A local port whose connections begin in a guest. */
public final class Tunnel implements AutoCloseable {
  private final Process ssh;
  private final int port;

  private Tunnel(Process ssh, int port) {
    this.ssh = ssh;
    this.port = port;
  }

  public static Tunnel through(Ssh guest, String target) {
    try {
      int port = freePort();
      Process ssh =
          new ProcessBuilder(guest.command("-N", "-L", "127.0.0.1:" + port + ":" + target))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Tunnel tunnel = new Tunnel(ssh, port);
      Waiting.until("the tunnel is open", Duration.ofSeconds(20), tunnel::isOpen, open -> open);
      return tunnel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    ssh.destroy();
  }
}
