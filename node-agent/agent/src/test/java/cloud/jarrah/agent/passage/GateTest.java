package cloud.jarrah.agent.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cloud.jarrah.agent.fakes.TestAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final String ID = "i-0000000a";

  /** Longer than anyone waits here: who is refused is refused for what it is. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Map<String, String> awaited = new ConcurrentHashMap<>();
  private final Guests guests = new Guests();
  private Path directory;
  private TestAuthority authority;
  private ServerSocket server;
  private ServerSocketChannel libvirt;
  private Gate gate;

  @BeforeEach
  void open(@TempDir Path temporary) throws Exception {
    directory = temporary;
    authority = new TestAuthority(directory, "127.0.0.1");
    libvirt = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    libvirt.bind(UnixDomainSocketAddress.of(directory.resolve("libvirt-sock")));
    awaited.put(ID, "h-1");
    guests.ask(awaited::get);
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    gate = gate(server, LONG);
  }

  private Gate gate(ServerSocket door, Duration greeting) throws Exception {
    Gate.Limits limits = new Gate.Limits(greeting, Duration.ofMillis(300));
    return new Gate(door, tls("h-2"), directory.resolve("libvirt-sock"), directory, guests, limits);
  }

  private void greetWithin(Duration greeting) throws Exception {
    gate.close();
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    gate = gate(server, greeting);
  }

  @AfterEach
  void close() throws IOException {
    gate.close();
    libvirt.close();
  }

  private SSLContext tls(String hostId) throws Exception {
    return HostTls.context(
        authority.hostStore(hostId), authority.trustStore(), TestAuthority.STORE_PASSWORD);
  }

  private SSLSocket knock(String hostId) throws Exception {
    SSLSocket socket =
        (SSLSocket)
            tls(hostId)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(Gate.greeting(ID, Stream.CONTROL));
    return socket;
  }

  private SSLSocket enter() throws Exception {
    SSLSocket guest = knock("h-1");
    assertThat(guest.getInputStream().read()).isEqualTo(Gate.ADMITTED);
    return guest;
  }

  private static boolean isAtItsEnd(Socket socket) throws SocketTimeoutException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void hostThatIsAwaitedReachesTheHypervisor() throws Exception {
    try (SSLSocket guest = enter();
        SocketChannel local = libvirt.accept()) {
      local.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
      assertThat(guest.getInputStream().read()).isEqualTo('x');
    }
  }

  @Test
  void anotherHostIsNotLetIn() throws Exception {
    try (SSLSocket stranger = knock("h-3")) {
      assertThat(isAtItsEnd(stranger)).isTrue();
    }
  }

  @Test
  void expelledInstancesConnectionsEndAndNoneComesIn() throws Exception {
    try (SSLSocket guest = enter();
        SocketChannel local = libvirt.accept()) {
      guests.expel(ID);
      assertThat(isAtItsEnd(guest)).isTrue();
      assertThat(local.read(java.nio.ByteBuffer.allocate(1))).isNegative();
    }
    try (SSLSocket late = knock("h-1")) {
      assertThat(isAtItsEnd(late)).isTrue();
    }
    guests.expect(ID);
    enter().close();
  }

  @Test
  void connectionsEndSomeTimeAfterTheInstanceHasArrived() throws Exception {
    try (SSLSocket guest = enter()) {
      awaited.remove(ID);
      assertThat(isAtItsEnd(guest)).isTrue();
    }
  }

  @Test
  void connectionsOfAnAwaitedInstanceOutlastTheGreetingAndTheFarewell() throws Exception {
    Duration greeting = Duration.ofSeconds(2);
    greetWithin(greeting);
    try (SSLSocket guest = enter();
        SocketChannel local = libvirt.accept()) {
      guest.setSoTimeout((int) greeting.toMillis() + 500);
      assertThatThrownBy(() -> guest.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      local.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
      assertThat(guest.getInputStream().read()).isEqualTo('x');
    }
  }

  /** Each byte comes in time; all of them together would take an hour. */
  @Test
  void handshakeThatDragsOnIsCutOff() throws Exception {
    greetWithin(Duration.ofMillis(700));
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
      OutputStream out = slow.getOutputStream();
      out.write(new byte[] {0x16, 3, 1, 0x3f, 0, 1, 0, 0x3e});
      await()
          .atMost(Duration.ofSeconds(10))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> isBroken(out));
    }
  }

  private static boolean isBroken(OutputStream out) {
    try {
      out.write(0);
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void doorThatCannotBeOpenedIsTriedAgainWithoutHaste() throws Exception {
    List<Long> tries = new CopyOnWriteArrayList<>();
    ServerSocket jammed =
        new ServerSocket(0, 16, InetAddress.getLoopbackAddress()) {
          @Override
          public Socket accept() throws IOException {
            tries.add(System.nanoTime());
            throw new IOException("Too many open files");
          }
        };
    Gate stubborn = gate(jammed, LONG);
    await().until(() -> tries.size() >= 4);
    stubborn.close();
    assertThat(Duration.ofNanos(tries.get(3) - tries.get(0)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(50 + 100 + 200));
  }
}
