package cloud.jarrah.agent.passage;

import cloud.jarrah.agent.config.AgentConfig.HostPort;
import cloud.jarrah.agent.hypervisor.HypervisorException;
import cloud.jarrah.agent.messaging.BrokerAccess;
import cloud.jarrah.node.Berth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One host's ways to the others, and theirs to it. */
public final class Passages implements AutoCloseable {
  private static final Path LIBVIRT_RUN = Path.of("/run/libvirt");
  private static final String SOCKET = "libvirt-sock";
  private static final Gate.Limits LIMITS =
      new Gate.Limits(Duration.ofSeconds(10), Duration.ofSeconds(20));

  private final String hostId;
  private final BrokerAccess access;
  private final @Nullable HostPort bind;
  private final Path directory;
  private final Guests guests = new Guests();
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
      guests.ask(admitted);
      SSLContext tls = tls();
      ServerSocket server = new ServerSocket(at.port(), 16, InetAddress.getByName(at.host()));
      gate = new Gate(server, tls, directory.resolve(SOCKET), directory, guests, LIMITS);
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
    return new Passage(instanceId, to, tls(), Peers.hypervisors(), directory, LIBVIRT_RUN);
  }

  /** From now on the instance may come, from the host that it is awaited from. */
  public void expect(String instanceId) {
    guests.expect(instanceId);
  }

  /** Cuts off what is on its way, and lets nothing of the instance in until it is expected anew. */
  public void expel(String instanceId) {
    guests.expel(instanceId);
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
