package cloud.jarrah.agent.passage;

import cloud.jarrah.agent.passage.Guests.Guest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Where other hosts knock. A connection begins with the line {@code INSTANCE STREAM}; the answer is
 * one plus sign, or the end.
 */
final class Gate implements AutoCloseable {
  static final int ADMITTED = '+';

  private static final System.Logger LOG = System.getLogger(Gate.class.getName());
  private static final int MOST_CONNECTIONS = 64;
  private static final int LONGEST_GREETING = 64;

  private final ServerSocket server;
  private final SSLContext tls;
  private final Path libvirtSocket;
  private final Path directory;
  private final Guests guests;
  private final Limits limits;
  private final Semaphore room = new Semaphore(MOST_CONNECTIONS);
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, task -> Pipe.thread("passage-clock", task));

  /**
   * How long things may take.
   *
   * @param greeting from the connection to the admission, all in all
   * @param farewell from the arrival of an instance to the end of its connections
   */
  record Limits(Duration greeting, Duration farewell) {}

  /**
   * @param directory where the hypervisor listens for what arrives
   */
  Gate(
      ServerSocket server,
      SSLContext tls,
      Path libvirtSocket,
      Path directory,
      Guests guests,
      Limits limits) {
    this.server = server;
    this.tls = tls;
    this.libvirtSocket = libvirtSocket;
    this.directory = directory;
    this.guests = guests;
    this.limits = limits;
    clock.setRemoveOnCancelPolicy(true);
    long look = Math.max(1, limits.farewell().toMillis() / 4);
    Future<?> unused =
        clock.scheduleWithFixedDelay(
            () -> guests.sweep(limits.farewell()), look, look, TimeUnit.MILLISECONDS);
    Pipe.thread("passage-gate", this::accept).start();
  }

  private void accept() {
    Patience patience = new Patience();
    boolean goOn = true;
    while (goOn && !server.isClosed()) {
      try {
        Socket guest = server.accept();
        patience.succeeded();
        if (room.tryAcquire()) {
          Pipe.thread("passage-out", () -> serve(guest)).start();
        } else {
          Pipe.close(guest);
        }
      } catch (IOException e) {
        goOn = server.isClosed() || patience.failed("No host can come in", e);
      }
    }
  }

  private void serve(Socket remote) {
    try (remote;
        SocketChannel local = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      Future<?> tooLate =
          clock.schedule(
              () -> Pipe.close(local, remote), limits.greeting().toMillis(), TimeUnit.MILLISECONDS);
      SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(remote, null, true);
      secure.setNeedClientAuth(true);
      secure.startHandshake();
      String[] words = greeting(secure.getInputStream()).split(" ", -1);
      String hostId = HostTls.hostId(secure.getSession());
      Path socket = destination(words);
      Guest guest = guests.admit(words[0], hostId, remote, local);
      try {
        local.connect(UnixDomainSocketAddress.of(socket));
        secure.getOutputStream().write(ADMITTED);
        tooLate.cancel(false);
        Pipe.join(local, secure, remote);
      } finally {
        guests.leave(guest);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          Level.WARNING,
          "Did not let in {0}: {1}",
          remote.getRemoteSocketAddress(),
          e.getMessage());
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

  private Path destination(String[] words) throws IOException {
    if (words.length != 2) {
      throw new IOException("it did not say what it wants");
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
    clock.shutdownNow();
  }
}
