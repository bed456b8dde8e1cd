package cloud.jarrah.accounts.control;

import cloud.jarrah.accounts.entity.AccessKey;
import cloud.jarrah.accounts.entity.CredentialRepository;
import cloud.jarrah.accounts.entity.SessionKey;
import cloud.jarrah.accounts.entity.SoapReplay;
import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.platform.secrets.Sealing;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Credentials in the database. */
@Singleton
public class StoredCredentials implements Credentials {
  private final CredentialRepository repository;
  private final Sealing sealing;
  private final DatabaseTime time;
  private final Transactions transactions;
  private final KeyUse keyUse;
  private final SigningCache<SigningIdentity> cache = new SigningCache<>();
  private final SigningCache<Opened> sessions = new SigningCache<>();

  /** A session, and the key of whoever opened it. */
  private record Opened(Session session, String keyId) {}

  @Inject
  public StoredCredentials(
      CredentialRepository repository,
      Sealing sealing,
      DatabaseTime time,
      Transactions transactions,
      KeyUse keyUse) {
    this.repository = repository;
    this.sealing = sealing;
    this.time = time;
    this.transactions = transactions;
    this.keyUse = keyUse;
  }

  @Override
  public Optional<SigningIdentity> accessKey(String accessKeyId) {
    Optional<SigningIdentity> found = cache.get(accessKeyId).or(() -> load(accessKeyId));
    found.ifPresent(identity -> keyUse.note(identity.accessKeyId()));
    return found;
  }

  private Optional<SigningIdentity> load(String accessKeyId) {
    Optional<SigningIdentity> loaded =
        transactions.required(
            () -> repository.accessKey(accessKeyId).filter(AccessKey::active).map(this::unsealed));
    loaded.ifPresent(identity -> cache.put(accessKeyId, identity));
    return loaded;
  }

  private SigningIdentity unsealed(AccessKey key) {
    return new SigningIdentity(
        key.user().identity(), key.id(), sealing.open(key.sealedSecret(), key.id()));
  }

  @Override
  public Optional<Session> session(String accessKeyId) {
    if (!Secrets.isTemporary(accessKeyId)) {
      return Optional.empty();
    }
    Optional<Opened> found = sessions.get(accessKeyId).or(() -> loadSession(accessKeyId));
    found.ifPresent(opened -> keyUse.note(opened.keyId()));
    return found.map(Opened::session);
  }

  private Optional<Opened> loadSession(String accessKeyId) {
    Optional<Opened> loaded =
        transactions.required(
            () ->
                repository
                    .session(accessKeyId)
                    .filter(session -> session.madeBy().active())
                    .map(this::unsealed));
    loaded.ifPresent(opened -> sessions.put(accessKeyId, opened));
    return loaded;
  }

  private Opened unsealed(SessionKey key) {
    SigningIdentity signer =
        new SigningIdentity(
            key.madeBy().user().identity(), key.id(), sealing.open(key.sealedSecret(), key.id()));
    return new Opened(
        new Session(signer, key.tokenHash(), key.expiredAt(time.now())), key.madeBy().id());
  }

  @Override
  public Optional<Identity> certificate(String fingerprint) {
    return transactions.required(
        () ->
            repository
                .certificate(fingerprint)
                .filter(certificate -> certificate.usableAt(time.now()))
                .map(certificate -> certificate.user().identity()));
  }

  @Override
  public boolean firstUse(String digest, long seconds) {
    // Of one length, whatever the caller takes for a digest.
    String key = Secrets.hash(digest);
    try {
      return transactions.requiresNew(
          () -> {
            if (repository.noted(key)) {
              return false;
            }
            repository.note(new SoapReplay(key, time.now().plusSeconds(seconds)));
            return true;
          });
    } catch (RuntimeException e) {
      // Two at the same moment: the unique key let one through.
      if (Retrying.lostRace(e)) {
        return false;
      }
      throw e;
    }
  }
}
