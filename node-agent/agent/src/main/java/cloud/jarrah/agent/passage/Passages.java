package cloud.jarrah.agent.passage;

import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.messaging.BrokerAccess;
import cloud.jarrah.node.Berth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** One host's ways to the others, and theirs to it. */
public final class Passages implements AutoCloseable {
  private static final Path LIBVIRT_RUN = Path.of("/run/libvirt");
  private static final String SOCKET = "libvirt-sock";

  private final String hostId;
  private final BrokerAccess access;
  private final @Nullable HostPort bind;
  private final Path directory;
  private @Nullable Gate gate;

  /** Where other hosts are let in. */
  public record Door(String hostId, String address, int port) {}

  /**
   * @param bind null: no instance can come to this host
   * @param libvirtUri names the socket of libvirtd if it is not the usual one; the sockets of moves
   *     lie beside it, where libvirtd itself always sees /run/libvirt
   */
  public Passages(BrokerAccess access, @Nullable HostPort bind, String libvirtUri) {
    this.hostId = access.user();
    this.access = access;
    this.bind = bind;
    this.directory = directory(libvirtUri);
  }

  private SSLContext tls() throws IOException {
    try {
      return HostTls.context(access.keyStore(), access.trustStore(), access.storePassword());
    } catch (GeneralSecurityException e) {
      throw new IOException("the host's certificate cannot be used: " + e.getMessage(), e);
    }
  }

  private static Path directory(String libvirtUri) {
    String query = URI.create(libvirtUri).getQuery();
    if (query != null && query.startsWith("socket=")) {
      Path parent = Path.of(query.substring("socket=".length())).getParent();
      return parent == null ? LIBVIRT_RUN : parent;
    }
    return LIBVIRT_RUN;
  }

  /**
   * @param admitted which host an instance is awaited from; null: it is not awaited
   */
  public void start(Function<String, @Nullable String> admitted) throws IOException {
    HostPort at = bind;
    if (at != null) {
      SSLServerSocket server =
          (SSLServerSocket)
              tls()
                  .getServerSocketFactory()
                  .createServerSocket(at.port(), 16, InetAddress.getByName(at.host()));
      server.setNeedClientAuth(true);
      gate = new Gate(server, directory.resolve(SOCKET), directory, admitted);
    }
  }

  public Door door() throws HypervisorException {
    HostPort at = bind;
    if (at == null) {
      throw new HypervisorException(
          "This host takes in no running instances: its administrator has to set"
              + " jarrah.agent.migration.bind",
          false,
          null);
    }
    return new Door(hostId, at.host(), at.port());
  }

  public Passage open(String instanceId, Berth to) throws IOException {
    return new Passage(instanceId, to, tls(), directory, LIBVIRT_RUN);
  }

  /** Removes what a broken arrival left. */
  public void clear(String instanceId) throws HypervisorException {
    try {
      for (Stream stream : Stream.values()) {
        Files.deleteIfExists(stream.in(directory, instanceId));
      }
    } catch (IOException e) {
      throw new HypervisorException(
          "The host cannot clear " + directory + ": " + e.getMessage(), true, e);
    }
  }

  @Override
  public void close() {
    Gate open = gate;
    if (open != null) {
      open.close();
    }
  }
}
