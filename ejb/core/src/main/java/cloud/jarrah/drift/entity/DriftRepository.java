package cloud.jarrah.drift.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What audits have found. */
@Singleton
public class DriftRepository {
  private final EntityManager entities;

  @Inject
  public DriftRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Object entity) {
    entities.persist(entity);
  }

  public void remove(DriftFinding finding) {
    entities.remove(finding);
  }

  public Optional<DriftFinding> find(String kind, String resource) {
    return Optional.ofNullable(entities.find(DriftFinding.class, DriftFinding.id(kind, resource)));
  }

  /** All suspicions and findings of some kinds. */
  public List<DriftFinding> ofKinds(Collection<String> kinds) {
    return entities
        .createQuery("select f from DriftFinding f where f.kind in :kinds", DriftFinding.class)
        .setParameter("kinds", kinds)
        .getResultList();
  }

  /** What was confirmed and could not be mended, the oldest first. */
  public List<DriftFinding> open(int most) {
    return entities
        .createQuery(
            "select f from DriftFinding f where f.confirmed = true order by f.firstSeen, f.id",
            DriftFinding.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** The row of a kind's looks, locked; made if there is none yet. */
  public DriftRun lockRun(String kind, Instant now) {
    DriftRun run = entities.find(DriftRun.class, kind, LockModeType.PESSIMISTIC_WRITE);
    if (run == null) {
      run = new DriftRun(kind, now);
      entities.persist(run);
    }
    return run;
  }

  public List<DriftRun> runs() {
    return entities
        .createQuery("select r from DriftRun r order by r.kind", DriftRun.class)
        .getResultList();
  }
}
