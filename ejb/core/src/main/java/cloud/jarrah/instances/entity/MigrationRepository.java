package cloud.jarrah.instances.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Moves of instances; whoever changes one holds its instance locked. */
@Singleton
public class MigrationRepository {
  private final EntityManager entities;

  @Inject
  public MigrationRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Migration migration) {
    entities.persist(migration);
    // Another one for the same instance, begun at this moment, shows now by the unique key.
    entities.flush();
  }

  /** Those that have not ended, of many instances, the newest last. */
  public List<Migration> underWay(Collection<String> instanceIds) {
    return instanceIds.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select m from Migration m where m.instanceId in :ids and m.endedAt is null"
                    + " order by m.startedAt, m.id",
                Migration.class)
            .setParameter("ids", instanceIds)
            .getResultList();
  }

  /** Those that have not ended and concern a host. */
  public List<Migration> touching(String hostId) {
    return entities
        .createQuery(
            "select m from Migration m where m.endedAt is null"
                + " and (m.sourceHost = :host or m.targetHost = :host) order by m.instanceId",
            Migration.class)
        .setParameter("host", hostId)
        .getResultList();
  }

  /** The instances that they are about; the moves are to be read when these are locked. */
  public List<String> instancesTouching(String hostId) {
    return entities
        .createQuery(
            "select m.instanceId from Migration m where m.endedAt is null"
                + " and (m.sourceHost = :host or m.targetHost = :host)",
            String.class)
        .setParameter("host", hostId)
        .getResultList();
  }

  /** Those from a host, begun since then, that have ended where they began; the oldest first. */
  public List<Migration> failedFrom(String hostId, Instant since) {
    return entities
        .createQuery(
            "select m from Migration m where m.sourceHost = :host and m.startedAt >= :since"
                + " and m.endedAt is not null and m.succeeded = false order by m.endedAt, m.id",
            Migration.class)
        .setParameter("host", hostId)
        .setParameter("since", since)
        .getResultList();
  }

  /** Of the ids, the instances that may have come to this host, which alone can say so. */
  public List<String> mayHaveArrived(String hostId, Collection<String> instanceIds) {
    return underWay(instanceIds).stream()
        .filter(migration -> migration.targetHost().equals(hostId) && migration.undecided())
        .map(Migration::instanceId)
        .toList();
  }

  /** All of an instance, the newest first. */
  public List<Migration> ofInstance(String instanceId) {
    return entities
        .createQuery(
            "select m from Migration m where m.instanceId = :id order by m.startedAt desc, m.id"
                + " desc",
            Migration.class)
        .setParameter("id", instanceId)
        .getResultList();
  }

  public void forget(String instanceId) {
    entities
        .createQuery("delete from Migration m where m.instanceId = :id")
        .setParameter("id", instanceId)
        .executeUpdate();
  }
}
