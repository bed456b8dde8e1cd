package cloud.jarrah.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.accounts.boundary.GetSessionToken;
import cloud.jarrah.accounts.entity.AccountRepository;
import cloud.jarrah.accounts.entity.CredentialRepository;
import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.sts.GetSessionTokenRequest;
import cloud.jarrah.api.sts.SessionCredentials;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.platform.actions.WireFields;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
  private final TestDatabase db = TestDatabase.create();
  private final SettableTime time = new SettableTime();
  private final CredentialRepository repository = new CredentialRepository(db.entityManager());
  private final Sealing sealing = new Sealing(TestKeys.fixed());
  private final Sessions sessions = new Sessions(repository, sealing, time, db.transactions());
  private final NewCredentials alice;

  SessionsTest(@TempDir Path directory) {
    AccountRepository accounts = new AccountRepository(db.entityManager());
    Accounts opened =
        new Accounts(accounts, repository, TestAuthority.in(directory), sealing, time);
    alice = db.transactions().requiresNew(() -> opened.open("alice", false));
  }

  @AfterEach
  void close() {
    db.close();
  }

  /** As another server would have it: nothing is remembered. */
  private StoredCredentials server() {
    KeyUse keyUse = new KeyUse(repository, time, db.transactions());
    return new StoredCredentials(repository, sealing, time, db.transactions(), keyUse);
  }

  private SessionCredentials ask(String credential, @Nullable Integer seconds) {
    GetSessionTokenRequest request = new GetSessionTokenRequest();
    request.durationSeconds = seconds;
    Identity identity = new Identity(alice.accountId(), alice.accountId(), "root", false);
    Caller caller = new Caller(identity, credential, "r", "127.0.0.1", Caller.Protocol.QUERY);
    return Objects.requireNonNull(
        Actions.run(db, new GetSessionToken(sessions), request, caller).result.credentials);
  }

  private SessionCredentials ask(@Nullable Integer seconds) {
    return ask(alice.accessKeyId(), seconds);
  }

  @Test
  void sessionIsItsUsersOnEveryServer() {
    SessionCredentials session = ask(null);
    assertThat(session.accessKeyId).matches("ASIA[A-Z2-7]{16}");
    assertThat(session.secretAccessKey).hasSize(40).isNotEqualTo(alice.secretAccessKey());
    assertThat(session.expiration).isEqualTo(time.now().plus(Duration.ofHours(12)));
    Credentials.Session found = server().session(session.accessKeyId).orElseThrow();
    assertThat(found.signer().identity().accountId()).isEqualTo(alice.accountId());
    assertThat(found.signer().secret()).isEqualTo(session.secretAccessKey);
    assertThat(found.expired()).isFalse();
    assertThat(found.hasToken(session.sessionToken)).isTrue();
    assertThat(found.hasToken(session.sessionToken + " ")).isFalse();
    assertThat(found.hasToken("")).isFalse();
  }

  @Test
  void temporaryKeyIsNotAnAccessKey() {
    SessionCredentials session = ask(900);
    assertThat(server().accessKey(session.accessKeyId)).isEmpty();
    assertThat(server().session(alice.accessKeyId())).isEmpty();
    assertThat(server().session("ASIANOBODY")).isEmpty();
  }

  @Test
  void useOfASessionIsUseOfTheKeyThatOpenedIt() {
    KeyUse keyUse = new KeyUse(repository, time, db.transactions());
    StoredCredentials server =
        new StoredCredentials(repository, sealing, time, db.transactions(), keyUse);
    SessionCredentials session = ask(900);
    time.advance(Duration.ofMinutes(1));
    assertThat(server.session(session.accessKeyId)).isPresent();
    keyUse.flush();
    Instant used =
        db.transactions()
            .requiresNew(
                () -> repository.accessKey(alice.accessKeyId()).orElseThrow().lastUsedAt());
    assertThat(used).isEqualTo(time.now());
  }

  @Test
  void neitherSecretNorTokenIsInTheDatabase() {
    SessionCredentials session = ask(900);
    Object[] row =
        db.transactions()
            .requiresNew(
                () ->
                    (Object[])
                        db.entityManager()
                            .createNativeQuery(
                                "select sealed_secret, token_hash from session_key", Object[].class)
                            .getSingleResult());
    assertThat(String.valueOf(row[0])).startsWith("s1.").doesNotContain(session.secretAccessKey);
    assertThat(String.valueOf(row[1])).matches("[0-9a-f]{64}");
  }

  @Test
  void sessionExpiresIsToldSoAndThenForgotten() {
    SessionCredentials session = ask(900);
    time.advance(Duration.ofSeconds(899));
    assertThat(server().session(session.accessKeyId).orElseThrow().expired()).isFalse();
    time.advance(Duration.ofSeconds(1));
    assertThat(server().session(session.accessKeyId).orElseThrow().expired()).isTrue();
    assertThat(sessions.purge()).isZero();
    time.advance(Duration.ofHours(25));
    assertThat(sessions.purge()).isEqualTo(1);
    assertThat(server().session(session.accessKeyId)).isEmpty();
  }

  @Test
  void sessionEndsWithTheKeyThatMadeIt() {
    SessionCredentials session = ask(900);
    db.transactions()
        .run(() -> repository.accessKey(alice.accessKeyId()).orElseThrow().deactivate());
    assertThat(server().session(session.accessKeyId)).isEmpty();
    assertThatThrownBy(() -> ask(900)).hasMessageContaining("security token");
  }

  @Test
  void sessionCannotMakeASession() {
    SessionCredentials session = ask(900);
    assertThatThrownBy(() -> ask(session.accessKeyId, 900))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.code().wireName()).isEqualTo("AccessDenied"));
  }

  @Test
  void durationHasItsLimits() {
    assertThat(ask(900).expiration).isEqualTo(time.now().plusSeconds(900));
    assertThat(ask(129_600).expiration).isEqualTo(time.now().plusSeconds(129_600));
    for (int seconds : new int[] {Integer.MIN_VALUE, -1, 0, 899, 129_601, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> ask(seconds))
          .isInstanceOfSatisfying(
              ApiException.class, e -> assertThat(e.code().wireName()).isEqualTo("ValidationError"))
          .hasMessageContaining("durationSeconds");
    }
  }

  @Test
  void secondFactorIsNotSupported() {
    GetSessionTokenRequest request = new GetSessionTokenRequest();
    request.serialNumber = "arn:aws:iam::123456789012:mfa/alice";
    assertThatThrownBy(() -> WireFields.refuseUnsupported(request))
        .hasMessageContaining("SerialNumber");
    request.serialNumber = null;
    request.tokenCode = "123456";
    assertThatThrownBy(() -> WireFields.refuseUnsupported(request))
        .hasMessageContaining("TokenCode");
  }
}
