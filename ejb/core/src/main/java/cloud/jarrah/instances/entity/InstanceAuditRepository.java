package cloud.jarrah.instances.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads instances as a whole, for audits: figures and ids, no entities. */
@Singleton
public class InstanceAuditRepository {
  private static final String OUTLINE =
      "select new cloud.jarrah.instances.entity.InstanceAuditRepository$Outline("
          + "i.id, i.residence.hostId, i.wish.generation, case when i.terminatedAt is null then false else true end)"
          + " from Instance i where ";

  private final EntityManager entities;

  @Inject
  public InstanceAuditRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** What audits compare. */
  public record Outline(String id, String hostId, long generation, boolean ended) {}

  /** Those that are not terminated, in order of id. */
  public List<Outline> live(String after, int most) {
    return entities
        .createQuery(
            OUTLINE + "i.id > :after and i.terminatedAt is null order by i.id", Outline.class)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those of the ids that exist, terminated ones too. */
  public Map<String, Outline> outlines(Collection<String> ids) {
    Map<String, Outline> found = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(OUTLINE + "i.id in :ids", Outline.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(outline -> found.put(outline.id(), outline));
    }
    return found;
  }

  /** How many there are in each state. */
  public Map<InstanceState, Long> byState() {
    Map<InstanceState, Long> states = new EnumMap<>(InstanceState.class);
    entities
        .createQuery("select i.state, count(i) from Instance i group by i.state", Object[].class)
        .getResultList()
        .forEach(row -> states.put((InstanceState) row[0], (Long) row[1]));
    return states;
  }

  /** Those nobody would ever look at again although something is to be done. */
  public List<String> forgotten(int most) {
    return query("").setMaxResults(most).getResultList();
  }

  /** Whether this one, which the caller has locked, is one of those. */
  public boolean isForgotten(String id) {
    return !query(" and i.id = :id").setParameter("id", id).getResultList().isEmpty();
  }

  /** Whether the reconciler is to look at this one, which the caller has locked, by now. */
  public boolean isDue(String id, Instant now) {
    return !entities
        .createQuery(
            "select i.id from Instance i where i.id = :id and i.nextAttemptAt <= :now",
            String.class)
        .setParameter("id", id)
        .setParameter("now", now)
        .getResultList()
        .isEmpty();
  }

  private TypedQuery<String> query(String condition) {
    return entities
        .createQuery(
            "select i.id from Instance i where i.nextAttemptAt is null and (i.settled = false"
                + " or i.terminatedAt is not null or i.state in :transitional)"
                + condition,
            String.class)
        .setParameter(
            "transitional",
            List.of(InstanceState.PENDING, InstanceState.STOPPING, InstanceState.SHUTTING_DOWN));
  }
}
