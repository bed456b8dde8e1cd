package cloud.jarrah.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.accounts.entity.AccessKey;
import cloud.jarrah.accounts.entity.AccountRepository;
import cloud.jarrah.accounts.entity.CredentialRepository;
import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCredentialsTest {
  private final TestDatabase db = TestDatabase.create();
  private final SettableTime time = new SettableTime();
  private final Path directory;
  private final CredentialRepository repository = new CredentialRepository(db.entityManager());
  private final Sealing sealing = new Sealing(TestKeys.fixed());
  private final Accounts accounts;
  private final KeyUse keyUse = new KeyUse(repository, time, db.transactions());

  StoredCredentialsTest(@TempDir Path directory) {
    this.directory = directory;
    accounts =
        new Accounts(
            new AccountRepository(db.entityManager()),
            repository,
            TestAuthority.in(directory),
            sealing,
            time);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private StoredCredentials credentials() {
    return new StoredCredentials(repository, sealing, time, db.transactions(), keyUse);
  }

  private NewCredentials open(String name) {
    return db.transactions().requiresNew(() -> accounts.open(name, false));
  }

  private AccessKey stored(String id) {
    return db.transactions().requiresNew(() -> repository.accessKey(id).orElseThrow());
  }

  @Test
  void accessKeyTellsItsOwnerAndSecret() {
    NewCredentials opened = open("alice");
    Credentials.SigningIdentity found = credentials().accessKey(opened.accessKeyId()).orElseThrow();
    assertThat(found.secret()).isEqualTo(opened.secretAccessKey()).hasSize(40);
    assertThat(found.identity())
        .isEqualTo(new Identity(opened.accountId(), opened.accountId(), "root", false));
    assertThat(opened.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
    assertThat(opened.accountId()).matches("[1-9][0-9]{11}");
    assertThat(credentials().accessKey("AKIANOBODY")).isEmpty();
  }

  @Test
  void secretIsNowherePlain() {
    NewCredentials opened = open("alice");
    assertThat(stored(opened.accessKeyId()).sealedSecret())
        .doesNotContain(opened.secretAccessKey());
    assertThat(opened.toString()).doesNotContain(opened.secretAccessKey());
  }

  @Test
  void inactiveAccessKeyIsUnknown() {
    NewCredentials opened = open("alice");
    db.transactions()
        .run(() -> repository.accessKey(opened.accessKeyId()).orElseThrow().deactivate());
    assertThat(credentials().accessKey(opened.accessKeyId())).isEmpty();
  }

  @Test
  void useIsWrittenLater() {
    NewCredentials opened = open("alice");
    assertThat(credentials().accessKey(opened.accessKeyId())).isPresent();
    assertThat(stored(opened.accessKeyId()).lastUsedAt()).isNull();
    time.advance(Duration.ofMinutes(1));
    keyUse.flush();
    assertThat(stored(opened.accessKeyId()).lastUsedAt()).isEqualTo(time.now());
  }

  @Test
  void certificateIsKnownUntilItExpires() {
    NewCredentials opened = open("alice");
    String fingerprint =
        db.transactions()
            .requiresNew(
                () ->
                    Objects.requireNonNull(
                        db.entityManager()
                            .createQuery("select c.fingerprint from Certificate c", String.class)
                            .getSingleResult()));
    assertThat(credentials().certificate(fingerprint))
        .hasValueSatisfying(
            identity -> assertThat(identity.accountId()).isEqualTo(opened.accountId()));
    assertThat(credentials().certificate("0".repeat(64))).isEmpty();
    time.advance(Duration.ofDays(4 * 365));
    assertThat(credentials().certificate(fingerprint)).isEmpty();
  }

  @Test
  void signedMessageIsAcceptedOnceAmongMany()
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> uses =
          IntStream.range(0, 16)
              .mapToObj(i -> pool.submit(() -> credentials().firstUse("same", 600)))
              .toList();
      int accepted = 0;
      for (Future<Boolean> use : uses) {
        accepted += use.get(30, TimeUnit.SECONDS) ? 1 : 0;
      }
      assertThat(accepted).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(credentials().firstUse("other", 600)).isTrue();
    time.advance(Duration.ofMinutes(11));
    keyUse.flush();
    assertThat(credentials().firstUse("same", 600)).isTrue();
  }

  @Test
  void firstAdministratorIsMadeOnceAndHandedOverInAPrivateFile() throws IOException {
    Path file = directory.resolve("admin.json");
    FirstAccount first = new FirstAccount(accounts, db.transactions(), file);
    first.ensure();
    String written = Files.readString(file);
    assertThat(written).contains("\"accessKeyId\":\"AKIA", "\"secretAccessKey\":\"", "BEGIN CERT");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    first.ensure();
    assertThat(Files.readString(file)).isEqualTo(written);
    String keyId = written.replaceAll(".*\"accessKeyId\":\"([^\"]+)\".*", "$1");
    assertThat(credentials().accessKey(keyId))
        .hasValueSatisfying(found -> assertThat(found.identity().administrator()).isTrue());
  }

  @Test
  void administratorWhoseFileCannotBeWrittenIsNotMade() {
    Path file = directory.resolve("missing").resolve("admin.json");
    FirstAccount first = new FirstAccount(accounts, db.transactions(), file);
    assertThatThrownBy(first::ensure).hasMessageContaining("cannot write");
    assertThat(db.transactions().<Boolean>requiresNew(() -> accounts.exists("jarrah"))).isFalse();
  }
}
