package cloud.jarrah.audit.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The rows of the audit log. */
@Singleton
public class EventRepository {
  private final EntityManager entities;

  @Inject
  public EventRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Event event) {
    entities.persist(event);
  }

  /** The account's events, the newest first. */
  public List<Event> newest(String accountId, int most) {
    return entities
        .createQuery("from Event where accountId = :account order by id desc", Event.class)
        .setParameter("account", accountId)
        .setMaxResults(most)
        .getResultList();
  }

  /** Everybody's events with an outcome, the newest first. */
  public List<Event> newestWith(String outcome, int most) {
    return entities
        .createQuery("from Event where outcome = :outcome order by id desc", Event.class)
        .setParameter("outcome", outcome)
        .setMaxResults(most)
        .getResultList();
  }
}
