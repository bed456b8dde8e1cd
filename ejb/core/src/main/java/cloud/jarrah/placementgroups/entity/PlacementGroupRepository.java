package cloud.jarrah.placementgroups.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Placement groups, always those of one account. */
@Singleton
public class PlacementGroupRepository {
  private final EntityManager entities;

  @Inject
  public PlacementGroupRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(PlacementGroup group) {
    entities.persist(group);
  }

  public void remove(PlacementGroup group) {
    entities.remove(group);
  }

  public Optional<PlacementGroup> byName(String accountId, String name) {
    return entities
        .createQuery(
            "from PlacementGroup where accountId = :account and name = :name", PlacementGroup.class)
        .setParameter("account", accountId)
        .setParameter("name", name)
        .getResultStream()
        .findAny();
  }

  public Optional<PlacementGroup> byId(String accountId, String id) {
    return Optional.ofNullable(entities.find(PlacementGroup.class, id))
        .filter(group -> group.accountId().equals(accountId));
  }

  /** Waits for the group's row and locks it; empty if the group is gone then. */
  public Optional<PlacementGroup> lock(String id, LockModeType mode) {
    return entities
        .createQuery("from PlacementGroup where id = :id", PlacementGroup.class)
        .setParameter("id", id)
        .setLockMode(mode)
        .getResultStream()
        .findAny();
  }

  /** Locks some of the account's, so that they are not deleted meanwhile. */
  public List<PlacementGroup> lock(String accountId, Collection<String> ids) {
    return entities
        .createQuery(
            "from PlacementGroup where accountId = :account and id in :ids order by id",
            PlacementGroup.class)
        .setParameter("account", accountId)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public List<PlacementGroup> all(String accountId) {
    return entities
        .createQuery(
            "from PlacementGroup where accountId = :account order by name", PlacementGroup.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  public int count(String accountId) {
    return Math.toIntExact(
        entities
            .createQuery(
                "select count(g) from PlacementGroup g where g.accountId = :account", Long.class)
            .setParameter("account", accountId)
            .getSingleResult());
  }
}
