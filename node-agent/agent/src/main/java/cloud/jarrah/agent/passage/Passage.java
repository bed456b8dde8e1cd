package cloud.jarrah.agent.passage;

import cloud.jarrah.node.Berth;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The open way of one instance to another host: local sockets that lead there. */
public final class Passage implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Passage.class.getName());
  private static final int CONNECT_MS = 10_000;

  private final String instanceId;
  private final Berth to;
  private final SSLContext tls;
  private final Peers peers;
  private final Path directory;
  private final Path seen;
  private final List<ServerSocketChannel> listeners = new ArrayList<>();

  /**
   * @param directory of the sockets, as the agent sees it
   * @param seen the same, as libvirtd and QEMU see it
   */
  Passage(String instanceId, Berth to, SSLContext tls, Peers peers, Path directory, Path seen)
      throws IOException {
    this.instanceId = instanceId;
    this.to = to;
    this.tls = tls;
    this.peers = peers;
    this.directory = directory;
    this.seen = seen;
    try {
      for (Stream stream : Stream.values()) {
        listen(stream);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void listen(Stream stream) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listeners.add(listener);
    bind(listener, stream);
    Pipe.thread("passage-" + stream, () -> accept(listener, stream)).start();
  }

  /** Out of others' reach until its permissions are what they shall be. */
  private void bind(ServerSocketChannel listener, Stream stream) throws IOException {
    Path nursery = Stream.nursery(directory, instanceId);
    Path socket = nursery.resolve("s");
    try {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(nursery);
      Files.createDirectory(nursery, permissions("rwx------"));
      listener.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, permissions(stream.permissions()).value());
      Files.move(socket, stream.in(directory, instanceId), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(socket);
      Files.deleteIfExists(nursery);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  private void accept(ServerSocketChannel listener, Stream stream) {
    Patience patience = new Patience();
    boolean goOn = true;
    while (goOn && listener.isOpen()) {
      try {
        SocketChannel local = listener.accept();
        patience.succeeded();
        Pipe.thread("passage-out", () -> carry(local, stream)).start();
      } catch (IOException e) {
        goOn = !listener.isOpen() || patience.failed("The hypervisor cannot be heard", e);
      }
    }
  }

  private void carry(SocketChannel local, Stream stream) {
    try (local;
        Socket remote = new Socket()) {
      peers.require(local);
      remote.connect(new InetSocketAddress(to.address(), to.port()), CONNECT_MS);
      remote.setSoTimeout(CONNECT_MS);
      SSLSocket secure =
          (SSLSocket) tls.getSocketFactory().createSocket(remote, to.address(), to.port(), true);
      secure.startHandshake();
      if (!HostTls.hostId(secure.getSession()).equals(to.hostId())) {
        throw new IOException("another host answers there");
      }
      secure.getOutputStream().write(Gate.greeting(instanceId, stream));
      if (secure.getInputStream().read() != Gate.ADMITTED) {
        throw new IOException("it does not let this host in");
      }
      remote.setSoTimeout(0);
      Pipe.join(local, secure, remote);
    } catch (IOException e) {
      LOG.log(
          Level.WARNING,
          "No way for {0} to {1} at {2}: {3}",
          instanceId,
          to.hostId(),
          to.address() + ":" + to.port(),
          e.getMessage());
    }
  }

  public Path control() {
    return Stream.CONTROL.in(seen, instanceId);
  }

  public Path memory() {
    return Stream.MEMORY.in(seen, instanceId);
  }

  public Path disk() {
    return Stream.DISK.in(seen, instanceId);
  }

  /** What runs through it goes on until its ends close it. */
  @Override
  public void close() {
    listeners.forEach(Pipe::close);
    for (Stream stream : Stream.values()) {
      try {
        Files.deleteIfExists(stream.in(directory, instanceId));
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "removing a socket", e);
      }
    }
  }
}
