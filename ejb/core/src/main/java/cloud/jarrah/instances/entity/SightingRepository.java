package cloud.jarrah.instances.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Instances where they should not be, and what is remembered of those that ended. */
@Singleton
public class SightingRepository {
  private final EntityManager entities;

  @Inject
  public SightingRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Sighting sighting) {
    entities.persist(sighting);
  }

  public void remove(Sighting sighting) {
    entities.remove(sighting);
  }

  public Optional<Sighting> lock(Sighting.Key key) {
    return Optional.ofNullable(entities.find(Sighting.class, key, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether any host lists it although it should not be there. */
  public boolean any(String instanceId) {
    return entities
            .createQuery("select count(s) from Sighting s where s.key.instanceId = :id", Long.class)
            .setParameter("id", instanceId)
            .getSingleResult()
        > 0;
  }

  /** Those that were listed lately. */
  public List<Sighting.Key> since(Instant limit, int most) {
    return entities
        .createQuery(
            "select s.key from Sighting s where s.lastSeen >= :limit order by s.firstSeen",
            Sighting.Key.class)
        .setParameter("limit", limit)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of the ids that are instances, terminated ones too, as pairs of id and host. */
  public List<Sighting.Key> residences(Collection<String> ids) {
    return entities
        .createQuery(
            "select new cloud.jarrah.instances.entity.Sighting$Key(i.residence.hostId, i.id)"
                + " from Instance i where i.id in :ids",
            Sighting.Key.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Remembers where an instance was that is shown no longer. */
  public void ended(Instance instance, Instant now) {
    entities.merge(new EndedInstance(instance.id(), instance.hostId(), now));
  }

  public Optional<EndedInstance> ended(String id) {
    return Optional.ofNullable(entities.find(EndedInstance.class, id));
  }

  /** Those of the ids that ended on another host, in order. */
  public List<String> endedElsewhere(String hostId, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select e.id from EndedInstance e where e.id in :ids and e.hostId <> :host"
                    + " order by e.id",
                String.class)
            .setParameter("ids", ids)
            .setParameter("host", hostId)
            .getResultList();
  }

  /** Forgets sightings that were not repeated, and instances that ended long ago. */
  public void forget(Instant sightingsBefore, Instant endedBefore) {
    entities
        .createQuery("delete from Sighting s where s.lastSeen < :limit")
        .setParameter("limit", sightingsBefore)
        .executeUpdate();
    entities
        .createQuery("delete from EndedInstance e where e.endedAt < :limit")
        .setParameter("limit", endedBefore)
        .executeUpdate();
  }
}
