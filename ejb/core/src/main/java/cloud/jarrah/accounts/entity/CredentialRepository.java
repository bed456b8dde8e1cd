package cloud.jarrah.accounts.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Access keys, certificates and the signed messages that were seen. */
@Singleton
public class CredentialRepository {
  private final EntityManager entities;

  @Inject
  public CredentialRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(AccessKey accessKey) {
    entities.persist(accessKey);
  }

  public void add(Certificate certificate) {
    entities.persist(certificate);
  }

  /** With user and account. */
  public Optional<AccessKey> accessKey(String id) {
    return entities
        .createQuery(
            "select k from AccessKey k join fetch k.user u join fetch u.account where k.id = :id",
            AccessKey.class)
        .setParameter("id", id)
        .getResultStream()
        .findAny();
  }

  /** With user and account. */
  public Optional<Certificate> certificate(String fingerprint) {
    return entities
        .createQuery(
            "select c from Certificate c join fetch c.user u join fetch u.account"
                + " where c.fingerprint = :fingerprint",
            Certificate.class)
        .setParameter("fingerprint", fingerprint)
        .getResultStream()
        .findAny();
  }

  public void add(SessionKey session) {
    entities.persist(session);
  }

  /** With the access key, user and account. */
  public Optional<SessionKey> session(String id) {
    return entities
        .createQuery(
            "select s from SessionKey s join fetch s.madeBy k join fetch k.user u"
                + " join fetch u.account where s.id = :id",
            SessionKey.class)
        .setParameter("id", id)
        .getResultStream()
        .findAny();
  }

  public int forgetSessionsBefore(Instant moment) {
    return entities
        .createQuery("delete from SessionKey where expiresAt < :moment")
        .setParameter("moment", moment)
        .executeUpdate();
  }

  public boolean noted(String digest) {
    return entities.find(SoapReplay.class, digest) != null;
  }

  /** Fails, now, if the message was noted before. */
  public void note(SoapReplay message) {
    entities.persist(message);
    entities.flush();
  }

  public int forgetMessagesBefore(Instant now) {
    return entities
        .createQuery("delete from SoapReplay where expiresAt < :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  public void used(Collection<String> accessKeyIds, Instant now) {
    entities
        .createQuery("update AccessKey set lastUsedAt = :now where id in :ids")
        .setParameter("now", now)
        .setParameter("ids", accessKeyIds)
        .executeUpdate();
  }
}
