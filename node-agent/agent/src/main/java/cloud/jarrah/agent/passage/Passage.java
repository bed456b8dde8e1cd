package cloud.jarrah.agent.passage;

import cloud.jarrah.node.Berth;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The open way of one instance to another host: local sockets that lead there. */
public final class Passage implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Passage.class.getName());
  private static final int CONNECT_MS = 10_000;

  private final String instanceId;
  private final Berth to;
  private final SSLContext tls;
  private final Path directory;
  private final Path seen;
  private final List<ServerSocketChannel> listeners = new ArrayList<>();

  /**
   * @param directory of the sockets, as the agent sees it
   * @param seen the same, as libvirtd and QEMU see it
   */
  Passage(String instanceId, Berth to, SSLContext tls, Path directory, Path seen)
      throws IOException {
    this.instanceId = instanceId;
    this.to = to;
    this.tls = tls;
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
    Path socket = stream.in(directory, instanceId);
    Files.deleteIfExists(socket);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listeners.add(listener);
    listener.bind(UnixDomainSocketAddress.of(socket));
    // QEMU may run as another user; the directory is closed to all but libvirt's.
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    Pipe.thread("passage-" + stream, () -> accept(listener, stream)).start();
  }

  private void accept(ServerSocketChannel listener, Stream stream) {
    while (listener.isOpen()) {
      try {
        SocketChannel local = listener.accept();
        Pipe.thread("passage-out", () -> carry(local, stream)).start();
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "nobody came", e);
      }
    }
  }

  private void carry(SocketChannel local, Stream stream) {
    try (local;
        SSLSocket remote = (SSLSocket) tls.getSocketFactory().createSocket()) {
      remote.connect(new InetSocketAddress(to.address(), to.port()), CONNECT_MS);
      remote.setSoTimeout(CONNECT_MS);
      remote.startHandshake();
      if (!HostTls.hostId(remote.getSession()).equals(to.hostId())) {
        throw new IOException("another host answers there");
      }
      remote.getOutputStream().write(Gate.greeting(instanceId, stream));
      if (remote.getInputStream().read() != Gate.ADMITTED) {
        throw new IOException("it does not let this host in");
      }
      remote.setSoTimeout(0);
      Pipe.join(local, remote);
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
