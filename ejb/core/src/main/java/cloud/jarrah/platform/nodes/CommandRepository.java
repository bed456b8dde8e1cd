package cloud.jarrah.platform.nodes;

import cloud.jarrah.platform.persistence.SkipLocked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The outbox' rows. */
@Singleton
class CommandRepository {
  private final EntityManager entities;

  @Inject
  CommandRepository(EntityManager entities) {
    this.entities = entities;
  }

  void add(OutgoingCommand command) {
    entities.persist(command);
  }

  void flush() {
    entities.flush();
  }

  Optional<OutgoingCommand> find(String id) {
    return Optional.ofNullable(entities.find(OutgoingCommand.class, id));
  }

  List<OutgoingCommand> openFor(Collection<String> resources) {
    return resources.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select c from OutgoingCommand c where c.openResource in :resources",
                OutgoingCommand.class)
            .setParameter("resources", resources)
            .getResultList();
  }

  /** Claims commands that are due to be sent; those claimed elsewhere are passed over. */
  List<OutgoingCommand> claimDue(Instant now, int limit) {
    return SkipLocked.on(
            entities
                .createQuery(
                    "select c from OutgoingCommand c where c.nextPublishAt <= :now"
                        + " order by c.nextPublishAt",
                    OutgoingCommand.class)
                .setParameter("now", now)
                .setMaxResults(limit))
        .getResultList();
  }

  int purgeClosedBefore(Instant limit) {
    return entities
        .createQuery(
            "delete from OutgoingCommand c where c.openResource is null and c.answeredAt < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
