package cloud.jarrah.agent.passage;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.agent.fakes.TestAuthority;
import cloud.jarrah.node.Berth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageTest {
  private static final String ID = "i-0000000a";

  private Path sockets = Path.of("");
  private SSLContext tls;
  private ServerSocket other;

  @BeforeEach
  void open(@TempDir Path directory) throws Exception {
    TestAuthority authority = new TestAuthority(directory, "127.0.0.1");
    tls =
        HostTls.context(
            authority.hostStore("h-1"), authority.trustStore(), TestAuthority.STORE_PASSWORD);
    other = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    sockets = Files.createDirectory(directory.resolve("s"));
  }

  @AfterEach
  void close() throws IOException {
    other.close();
  }

  private Passage passage(Peers peers) throws IOException {
    Berth berth =
        new Berth("h-1", "h-2", "127.0.0.1", other.getLocalPort(), "/d", null, null, "/c", "br0");
    return new Passage(ID, berth, tls, peers, sockets, sockets);
  }

  private static SocketChannel connect(Path socket) throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  @Test
  void wayToTheOtherLibvirtdIsTheAgentsAlone() throws Exception {
    try (Passage passage = passage(Peers.hypervisors())) {
      assertThat(Files.getPosixFilePermissions(passage.control()))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.getPosixFilePermissions(passage.memory()))
          .isEqualTo(PosixFilePermissions.fromString("rw-rw-rw-"));
      assertThat(sockets).isDirectoryNotContaining(Files::isDirectory);
    }
    assertThat(sockets).isEmptyDirectory();
  }

  @Test
  void hypervisorReachesTheOtherHost() throws Exception {
    try (Passage passage = passage(Peers.hypervisors());
        SocketChannel local = connect(passage.disk())) {
      other.accept().close();
      assertThat(local.read(ByteBuffer.allocate(1))).isNegative();
    }
  }

  @Test
  void anotherUserOfThisHostIsCutOff() throws Exception {
    try (Passage passage = passage(new Peers(Set.of("somebody-else")));
        SocketChannel local = connect(passage.memory())) {
      assertThat(local.read(ByteBuffer.allocate(1))).isNegative();
      other.setSoTimeout(1);
      assertThat(other).satisfies(PassageTest::nobodyCame);
    }
  }

  private static void nobodyCame(ServerSocket door) {
    try {
      door.accept().close();
      throw new AssertionError("the stranger was let through");
    } catch (IOException e) {
      assertThat(e).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void whatAKilledAgentLeftIsReplaced() throws Exception {
    Path nursery = Files.createDirectory(Stream.nursery(sockets, ID));
    Files.createFile(nursery.resolve("s"));
    Files.createFile(Stream.CONTROL.in(sockets, ID));
    try (Passage passage = passage(Peers.hypervisors());
        SocketChannel local = connect(passage.control())) {
      assertThat(local.isConnected()).isTrue();
    }
  }
}
