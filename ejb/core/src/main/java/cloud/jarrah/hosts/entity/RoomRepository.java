package cloud.jarrah.hosts.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads room as a whole, for audits: figures and ids, no entities. */
@Singleton
public class RoomRepository {
  private final EntityManager entities;

  @Inject
  public RoomRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** Who holds room, and where. */
  public record Holding(String consumerId, String hostId) {}

  /** Figures as they stand in rows, however wrong. */
  public record Figures(long cores, long memoryMib, long diskGib) {
    public static final Figures NONE = new Figures(0, 0, 0);
  }

  /**
   * Holders by id, a stretch of them.
   *
   * @param after begins behind it
   * @param last ends with it; null: goes on to the end
   */
  public List<Holding> between(String after, @Nullable String last) {
    TypedQuery<Holding> query =
        entities
            .createQuery(
                "select new cloud.jarrah.hosts.entity.RoomRepository$Holding("
                    + "a.consumerId, a.hostId) from Allocation a where a.consumerId > :after"
                    + (last == null ? "" : " and a.consumerId <= :last"),
                Holding.class)
            .setParameter("after", after);
    return (last == null ? query : query.setParameter("last", last)).getResultList();
  }

  /** The figures that hosts' rows say are taken. */
  public Map<String, Figures> said() {
    return figures(
        "select h.id, h.room.usedCores, h.room.usedMemoryMib, h.room.usedDiskGib from Host h");
  }

  /** The figures that the allocation rows come to; hosts without any are not in it. */
  public Map<String, Figures> summed() {
    return figures(
        "select a.hostId, sum(a.cores), sum(a.memoryMib), sum(a.diskGib) from Allocation a"
            + " group by a.hostId");
  }

  private Map<String, Figures> figures(String question) {
    Map<String, Figures> figures = new HashMap<>();
    for (Object[] row : entities.createQuery(question, Object[].class).getResultList()) {
      figures.put((String) row[0], new Figures(toLong(row[1]), toLong(row[2]), toLong(row[3])));
    }
    return figures;
  }

  private static long toLong(Object number) {
    return ((Number) number).longValue();
  }

  /** What there is to judge of each host how well it can be reached. */
  public record Contact(
      HostDuty duty, boolean asleep, HostStanding standing, @Nullable Instant lastSeen) {}

  /** Of all hosts, in no order. */
  public List<Contact> contacts() {
    return entities
        .createQuery(
            "select h.duty.duty, h.power.power, h.standing.standing, h.lastSeen from Host h",
            Object[].class)
        .getResultStream()
        .map(
            row ->
                new Contact(
                    (HostDuty) row[0],
                    row[1] == HostPower.ASLEEP || row[1] == HostPower.WAKING,
                    (HostStanding) row[2],
                    (Instant) row[3]))
        .toList();
  }

  /** Uses of hosts by groups that have nothing there. */
  public List<GroupHost.Key> emptyUses(int most) {
    return entities
        .createQuery(
            "select g.key from GroupHost g where not exists (select a from Allocation a"
                + " where a.groupId = g.key.groupId and a.hostId = g.key.hostId)",
            GroupHost.Key.class)
        .setMaxResults(most)
        .getResultList();
  }
}
