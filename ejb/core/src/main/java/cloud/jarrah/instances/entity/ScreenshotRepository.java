package cloud.jarrah.instances.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** Screenshots; who may see one has asked for it a moment before. */
@Singleton
public class ScreenshotRepository {
  private final EntityManager entities;

  @Inject
  public ScreenshotRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Screenshot screenshot) {
    entities.persist(screenshot);
  }

  public Optional<Screenshot> find(String id) {
    return Optional.ofNullable(entities.find(Screenshot.class, id));
  }

  /** The newest of an instance that was asked for since then. */
  public Optional<Screenshot> since(String instanceId, boolean wakeUp, Instant since) {
    return entities
        .createQuery(
            "select s from Screenshot s where s.instanceId = :instance and s.wakeUp = :wakeUp"
                + " and s.requestedAt >= :since order by s.requestedAt desc",
            Screenshot.class)
        .setParameter("instance", instanceId)
        .setParameter("wakeUp", wakeUp)
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  public int removeBefore(Instant limit) {
    return entities
        .createQuery("delete from Screenshot s where s.requestedAt < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
