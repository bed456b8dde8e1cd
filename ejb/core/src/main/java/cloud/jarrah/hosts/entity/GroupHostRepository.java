package cloud.jarrah.hosts.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which hosts the groups use, and how many of each group are where. */
@Singleton
public class GroupHostRepository {
  private final EntityManager entities;

  @Inject
  public GroupHostRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(GroupHost use) {
    entities.persist(use);
  }

  public void remove(GroupHost use) {
    entities.remove(use);
  }

  /** How a group uses a host; read while the host is locked it stays true. */
  public Optional<GroupHost> find(String groupId, String hostId) {
    return entities
        .createQuery(
            "select g from GroupHost g where g.key.groupId = :group and g.key.hostId = :host",
            GroupHost.class)
        .setParameter("group", groupId)
        .setParameter("host", hostId)
        .getResultStream()
        .findFirst();
  }

  public List<GroupHost> ofGroup(String groupId) {
    return entities
        .createQuery("select g from GroupHost g where g.key.groupId = :group", GroupHost.class)
        .setParameter("group", groupId)
        .getResultList();
  }

  /** The zones of the hosts that a group uses. */
  public List<String> zones(String groupId) {
    return entities
        .createQuery(
            "select distinct h.zone from Host h, GroupHost g"
                + " where g.key.groupId = :group and g.key.hostId = h.id",
            String.class)
        .setParameter("group", groupId)
        .getResultList();
  }

  /** How many of the group there are on a host. */
  public long members(String groupId, String hostId) {
    return entities
        .createQuery(
            "select count(a) from Allocation a where a.groupId = :group and a.hostId = :host",
            Long.class)
        .setParameter("group", groupId)
        .setParameter("host", hostId)
        .getSingleResult();
  }

  /** How many each partition of the group has; partitions without any are not in it. */
  public Map<Integer, Long> partitionSizes(String groupId) {
    Map<Integer, Long> sizes = new HashMap<>();
    entities
        .createQuery(
            "select a.partition, count(a) from Allocation a where a.groupId = :group"
                + " group by a.partition",
            Object[].class)
        .setParameter("group", groupId)
        .getResultList()
        .forEach(row -> sizes.put((Integer) row[0], (Long) row[1]));
    return sizes;
  }

  public boolean used(String groupId) {
    return entities
            .createQuery("select count(a) from Allocation a where a.groupId = :group", Long.class)
            .setParameter("group", groupId)
            .getSingleResult()
        > 0;
  }
}
