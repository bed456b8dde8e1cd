package cloud.jarrah.agent.passage;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Where other hosts knock. A connection begins with the line {@code INSTANCE STREAM}; the answer is
 * one plus sign, or the end.
 */
final class Gate implements AutoCloseable {
  static final int ADMITTED = '+';

  private static final System.Logger LOG = System.getLogger(Gate.class.getName());
  private static final int MOST_CONNECTIONS = 64;
  private static final int GREETING_MS = 10_000;
  private static final int LONGEST_GREETING = 64;

  private final SSLServerSocket server;
  private final Path libvirtSocket;
  private final Path directory;
  private final Function<String, @Nullable String> admitted;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);

  /**
   * @param directory where the hypervisor listens for what arrives
   * @param admitted which host an instance is awaited from; null: it is not awaited
   */
  Gate(
      SSLServerSocket server,
      Path libvirtSocket,
      Path directory,
      Function<String, @Nullable String> admitted) {
    this.server = server;
    this.libvirtSocket = libvirtSocket;
    this.directory = directory;
    this.admitted = admitted;
    Pipe.thread("passage-gate", this::accept).start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        SSLSocket guest = (SSLSocket) server.accept();
        if (room.tryAcquire()) {
          Pipe.thread("passage-out", () -> serve(guest)).start();
        } else {
          Pipe.close(guest);
        }
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "nobody came in", e);
      }
    }
  }

  private void serve(SSLSocket guest) {
    try (guest;
        SocketChannel local = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      guest.setSoTimeout(GREETING_MS);
      guest.startHandshake();
      Path socket =
          destination(greeting(guest.getInputStream()), HostTls.hostId(guest.getSession()));
      local.connect(UnixDomainSocketAddress.of(socket));
      guest.setSoTimeout(0);
      guest.getOutputStream().write(ADMITTED);
      Pipe.join(local, guest);
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          Level.WARNING, "Did not let in {0}: {1}", guest.getRemoteSocketAddress(), e.getMessage());
    } finally {
      room.release();
    }
  }

  private static String greeting(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0 || line.length() == LONGEST_GREETING) {
        throw new IOException("it did not say what it wants");
      }
      line.append((char) each);
    }
    return line.toString();
  }

  private Path destination(String greeting, String hostId) throws IOException {
    String[] words = greeting.split(" ", -1);
    String awaitedFrom = words.length == 2 ? admitted.apply(words[0]) : null;
    if (awaitedFrom == null || hostId.isEmpty() || !awaitedFrom.equals(hostId)) {
      throw new IOException("nothing is awaited from the host '" + hostId + "'");
    }
    Stream stream = Stream.valueOf(words[1]);
    return stream == Stream.CONTROL ? libvirtSocket : stream.in(directory, words[0]);
  }

  static byte[] greeting(String instanceId, Stream stream) {
    return (instanceId + " " + stream + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    Pipe.close(server);
  }
}
