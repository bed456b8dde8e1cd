package cloud.jarrah.agent.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.agent.enrolment.Tokens.Token;
import cloud.jarrah.agent.fakes.FakeCloud;
import cloud.jarrah.agent.fakes.TestAuthority;
import cloud.jarrah.agent.https.CloudHttps;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentClientTest {
  private Path directory = Path.of("");
  private FakeCloud cloud;
  private IdentityStore store;

  @BeforeEach
  void start(@TempDir Path temporary) throws Exception {
    directory = temporary;
    cloud = new FakeCloud(temporary);
    cloud.allow("secret-token");
    store = new IdentityStore(temporary.resolve("identity"));
  }

  @AfterEach
  void end() throws Exception {
    cloud.close();
  }

  private EnrolmentClient client(URI url, Path authority) throws Exception {
    return new EnrolmentClient(url, CloudHttps.trusting(authority));
  }

  private HostIdentity enrol(String token) throws Exception {
    return client(cloud.enrolmentUrl(), cloud.authorityFile())
        .enrol(store, new Token("host-1", token));
  }

  @Test
  void identityIsKeptForTheOwnerAlone() throws Exception {
    HostIdentity identity = enrol("secret-token");
    assertThat(store.load()).isEqualTo(identity);
    try (Stream<Path> files = Files.list(store.directory())) {
      for (Path file : files.toList()) {
        assertThat(Files.getPosixFilePermissions(file))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void usedTokenIsRefusedForGood() throws Exception {
    HostIdentity unused = enrol("secret-token");
    assertThatThrownBy(() -> enrol("secret-token"))
        .isInstanceOf(EnrolmentException.class)
        .hasMessageContaining("new enrolment token")
        .matches(e -> !((EnrolmentException) e).retryable());
  }

  @Test
  void cloudThatIsStillStartingIsWaitedFor() throws Exception {
    URI wrong = cloud.enrolmentUrl().resolve("/not/yet/there");
    assertThatThrownBy(
            () -> client(wrong, cloud.authorityFile()).enrol(store, new Token("h", "secret-token")))
        .matches(e -> ((EnrolmentException) e).retryable());
  }

  @Test
  void strangersCloudGetsNoToken() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    TestAuthority stranger = new TestAuthority(other, "127.0.0.1");
    assertThatThrownBy(
            () ->
                client(cloud.enrolmentUrl(), stranger.authorityFile())
                    .enrol(store, new Token("h", "secret-token")))
        .isInstanceOf(EnrolmentException.class);
    assertThat(enrol("secret-token").hostId()).as("the token was not used up").isNotEmpty();
  }

  @Test
  void secretsAreNotInTexts() throws Exception {
    assertThat(enrol("secret-token").toString()).doesNotContain("password");
    assertThat(new Token("h", "secret-token").toString()).doesNotContain("secret-token");
  }

  @Test
  void tokensAreReadWithAndWithoutNames() throws Exception {
    Path file = directory.resolve("tokens");
    Files.writeString(file, "# comment\n\nalone\nhost-2 named\n");
    assertThat(Tokens.read(file, "host-1"))
        .isEqualTo(List.of(new Token("host-1", "alone"), new Token("host-2", "named")));
  }

  @Test
  void incarnationsCount() throws Exception {
    assertThat(Incarnation.next(directory)).isEqualTo(1);
    assertThat(Incarnation.next(directory)).isEqualTo(2);
  }
}
