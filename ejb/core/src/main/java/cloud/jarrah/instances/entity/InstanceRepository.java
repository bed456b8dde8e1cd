package cloud.jarrah.instances.entity;

import cloud.jarrah.platform.persistence.SkipLocked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;

/** Instances, reservations and consoles. What users ask for is read by account. */
@Singleton
public class InstanceRepository {
  private final EntityManager entities;

  @Inject
  public InstanceRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Object entity) {
    entities.persist(entity);
  }

  /** Writes what is pending so that a uniqueness conflict shows now. */
  public void flush() {
    entities.flush();
  }

  public Optional<Reservation> reservation(String accountId, String clientToken) {
    return entities
        .createQuery(
            "select r from Reservation r where r.accountId = :account and r.clientToken = :token",
            Reservation.class)
        .setParameter("account", accountId)
        .setParameter("token", clientToken)
        .getResultStream()
        .findFirst();
  }

  /**
   * All of an account's in certain states, oldest reservation first; terminated ones are there
   * until purged. To be shown: what is changed in them is not written.
   */
  public List<Instance> list(String accountId, Set<InstanceState> states) {
    return entities
        .createQuery(
            "select i from Instance i where i.accountId = :account and i.state in :states"
                + " order by i.origin.reservationId, i.origin.launchIndex",
            Instance.class)
        .setParameter("account", accountId)
        .setParameter("states", states)
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .getResultList();
  }

  /** A stretch of the same, behind an instance of a reservation. */
  public List<Instance> list(
      String accountId, Set<InstanceState> states, String reservation, int launchIndex, int limit) {
    return entities
        .createQuery(
            "select i from Instance i where i.accountId = :account and i.state in :states"
                + " and i.origin.reservationId >= :reservation"
                + " and (i.origin.reservationId > :reservation or i.origin.launchIndex > :index)"
                + " order by i.origin.reservationId, i.origin.launchIndex",
            Instance.class)
        .setParameter("account", accountId)
        .setParameter("states", states)
        .setParameter("reservation", reservation)
        .setParameter("index", launchIndex)
        .setMaxResults(limit)
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .getResultList();
  }

  /** Those of an account in certain states that come after a key in order of id, to be shown. */
  public List<Instance> page(
      String accountId, Set<InstanceState> states, String afterId, int limit) {
    return entities
        .createQuery(
            "select i from Instance i where i.accountId = :account and i.state in :states"
                + " and i.id > :after order by i.id",
            Instance.class)
        .setParameter("account", accountId)
        .setParameter("states", states)
        .setParameter("after", afterId)
        .setMaxResults(limit)
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .getResultList();
  }

  public List<Instance> ofReservation(String accountId, String reservationId) {
    return entities
        .createQuery(
            "select i from Instance i where i.accountId = :account"
                + " and i.origin.reservationId = :reservation order by i.origin.launchIndex",
            Instance.class)
        .setParameter("account", accountId)
        .setParameter("reservation", reservationId)
        .getResultList();
  }

  public List<Instance> find(String accountId, Collection<String> ids) {
    return entities
        .createQuery(
            "select i from Instance i where i.accountId = :account and i.id in :ids"
                + " order by i.origin.reservationId, i.origin.launchIndex",
            Instance.class)
        .setParameter("account", accountId)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Locks an account's instances, always in the same order so that callers cannot deadlock. */
  public List<Instance> lock(String accountId, Collection<String> ids) {
    List<Instance> locked =
        entities
            .createQuery(
                "select i from Instance i where i.accountId = :account and i.id in :ids"
                    + " order by i.id",
                Instance.class)
            .setParameter("account", accountId)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    return locked;
  }

  /** Locks any account's instance, for the cloud itself. */
  public Optional<Instance> lockForReport(String id) {
    return Optional.ofNullable(entities.find(Instance.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Any account's instance, for the cloud's administrators. */
  public Optional<Instance> findForAdministrator(String id) {
    return Optional.ofNullable(entities.find(Instance.class, id));
  }

  /** Those that are believed to be on a host and have not ended. */
  public List<Instance> onHost(String hostId) {
    return entities
        .createQuery(
            "select i from Instance i where i.residence.hostId = :host and i.terminatedAt is null"
                + " order by i.id",
            Instance.class)
        .setParameter("host", hostId)
        .getResultList();
  }

  /** What was last seen of the instances that are believed to be on a host. */
  public List<LastSeen> lastSeen(String hostId) {
    return entities
        .createQuery(
            "select new cloud.jarrah.instances.entity.LastSeen(i.id, i.settled, i.observed.epoch,"
                + " i.observed.incarnation, i.observed.power, i.observed.generation,"
                + " i.observed.bootGeneration, i.observed.detail, i.observed.missingReports)"
                + " from Instance i where i.residence.hostId = :host and i.terminatedAt is null",
            LastSeen.class)
        .setParameter("host", hostId)
        .getResultList();
  }

  /** Ids of all instances that were placed on a host, in order, terminated ones too. */
  public List<String> idsEverOnHost(String hostId) {
    return entities
        .createQuery(
            "select i.id from Instance i where i.residence.hostId = :host order by i.id",
            String.class)
        .setParameter("host", hostId)
        .getResultList();
  }

  /** Those of the instances that are placed on another host. */
  public List<String> elsewhere(String hostId, List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select i.id from Instance i where i.id in :ids and i.residence.hostId <> :host"
                    + " order by i.id",
                String.class)
            .setParameter("ids", ids)
            .setParameter("host", hostId)
            .getResultList();
  }

  /**
   * Ids, in order, of those on hosts that are lost to them, that could run elsewhere and are not
   * due soon.
   *
   * @param shared only those whose disks other hosts have
   */
  public List<String> stranded(Set<String> hostIds, boolean shared, Instant soon, int limit) {
    return hostIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select i.id from Instance i where i.terminatedAt is null and (:shared = false or"
                    + " i.residence.storageId is not null and i.launch.options.autoRecovery"
                    + " = cloud.jarrah.instances.entity.AutoRecovery.DEFAULT) and"
                    + " i.residence.group.groupId is null and i.wish.desired ="
                    + " cloud.jarrah.instances.entity.Desired.RUNNING and i.state <>"
                    + " cloud.jarrah.instances.entity.InstanceState.STOPPED and (i.nextAttemptAt is"
                    + " null or i.nextAttemptAt > :soon) and i.residence.hostId in :hosts order by"
                    + " i.id",
                String.class)
            .setParameter("hosts", hostIds)
            .setParameter("shared", shared)
            .setParameter("soon", soon)
            .setMaxResults(limit)
            .getResultList();
  }

  /** Claims instances whose next step is due; those claimed elsewhere are passed over. */
  public List<Instance> claimDue(Instant now, int limit) {
    return SkipLocked.on(
            entities
                .createQuery(
                    "select i from Instance i where i.nextAttemptAt <= :now"
                        + " order by i.nextAttemptAt",
                    Instance.class)
                .setParameter("now", now)
                .setMaxResults(limit))
        .getResultList();
  }

  /** Ids of instances whose next step is due; nothing is claimed. */
  public List<String> dueIds(Instant now, int limit) {
    return entities
        .createQuery(
            "select i.id from Instance i where i.nextAttemptAt <= :now order by i.nextAttemptAt",
            String.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Makes an instance due later, whatever else is the matter with it. */
  public void putOff(String id, Instant until) {
    entities
        .createQuery("update Instance i set i.nextAttemptAt = :until where i.id = :id")
        .setParameter("until", until)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Replaces what is known of a console. */
  public void put(ConsoleOutput console) {
    entities.merge(console);
  }

  public Optional<ConsoleOutput> console(String instanceId) {
    return Optional.ofNullable(entities.find(ConsoleOutput.class, instanceId));
  }

  /** Forgets a terminated instance, and its reservation with the last of it. */
  public void purge(Instance instance) {
    console(instance.id()).ifPresent(entities::remove);
    String reservation = instance.origin().reservationId();
    entities.remove(instance);
    entities.flush();
    entities
        .createQuery(
            "delete from Reservation r where r.id = :id"
                + " and not exists (select i from Instance i where i.origin.reservationId = r.id)")
        .setParameter("id", reservation)
        .executeUpdate();
  }
}
