package cloud.jarrah.platform.nodes;

import cloud.jarrah.platform.persistence.SkipLocked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  Optional<OutgoingCommand> lock(String id) {
    return Optional.ofNullable(
        entities.find(OutgoingCommand.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Locks the open ones. Who locks resources, too, has locked them before: nobody waits for a
   * resource with a command in hand.
   */
  List<OutgoingCommand> lockOpen(Collection<String> resources) {
    return resources.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select c from OutgoingCommand c where c.openResource in :resources order by c.id",
                OutgoingCommand.class)
            .setParameter("resources", resources)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  /** Open ones in the order of their resources, to be looked at. */
  List<OpenCommand> open(String afterResource, int most) {
    return entities
        .createQuery(
            "select new cloud.jarrah.platform.nodes.OpenCommand(c.id, c.hostId, c.openResource,"
                + " c.generation, c.kind) from OutgoingCommand c where c.openResource > :after"
                + " order by c.openResource",
            OpenCommand.class)
        .setParameter("after", afterResource)
        .setMaxResults(most)
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

  /** How many open ones there are of each kind. */
  Map<String, Long> openByKind() {
    Map<String, Long> kinds = new HashMap<>();
    entities
        .createQuery(
            "select c.kind, count(c) from OutgoingCommand c where c.openResource is not null"
                + " group by c.kind",
            Object[].class)
        .getResultList()
        .forEach(row -> kinds.put((String) row[0], (Long) row[1]));
    return kinds;
  }

  int purgeClosedBefore(Instant limit) {
    return entities
        .createQuery(
            "delete from OutgoingCommand c where c.openResource is null and c.answeredAt < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
