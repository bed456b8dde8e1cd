package cloud.jarrah.hosts.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for hosts that might take something; nothing is locked, so it has to be checked again. */
@Singleton
public class CandidateRepository {
  private static final String USABLE =
      "h.duty.enabled = true and h.standing.standing ="
          + " cloud.jarrah.hosts.entity.HostStanding.ACTIVE and (h.power.power in"
          + " (cloud.jarrah.hosts.entity.HostPower.ASLEEP,"
          + " cloud.jarrah.hosts.entity.HostPower.WAKING) or (h.lastSeen >= :heard and"
          + " h.power.power = cloud.jarrah.hosts.entity.HostPower.AWAKE))";

  /** Hosts that are awake come before any that has to be woken. */
  private static final String AWAKE_FIRST =
      "case when h.power.power = cloud.jarrah.hosts.entity.HostPower.AWAKE then 0.0 when"
          + " h.power.power = cloud.jarrah.hosts.entity.HostPower.WAKING then 10.0 else 20.0 end +"
          + " ";

  private static final String FITS =
      "h.room.cores - h.room.usedCores >= :cores and h.room.memoryMib - h.room.usedMemoryMib >= :memory"
          + " and h.room.diskGib - h.room.usedDiskGib >= :disk";

  private final EntityManager entities;

  @Inject
  public CandidateRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** What kind of host a group asks for. */
  public enum Seat {
    /** Any. */
    ANYWHERE(""),
    /** One that the group uses already. */
    USED(" and exists (select g.key.hostId from GroupHost g where " + Seat.HERE + ")"),
    /** One that the group does not use. */
    UNUSED(" and not exists (select g.key.hostId from GroupHost g where " + Seat.HERE + ")"),
    /** One that no other partition of the group uses. */
    OF_PARTITION(
        " and not exists (select g.key.hostId from GroupHost g where "
            + Seat.HERE
            + " and g.partition <> :partition)");

    private static final String HERE = "g.key.groupId = :group and g.key.hostId = h.id";

    private final String clause;

    Seat(String clause) {
      this.clause = clause;
    }
  }

  /**
   * What is looked for.
   *
   * @param heardSince hosts that were not heard since then do not count
   * @param partition 0 without partitions
   * @param storageId what the hosts must share; null: nothing
   * @param messageVersion what their agents must understand
   */
  public record Search(
      String zone,
      Demand demand,
      Instant heardSince,
      Seat seat,
      @Nullable String groupId,
      int partition,
      @Nullable String storageId,
      int messageVersion) {}

  /**
   * A host that had room when it was looked at.
   *
   * @param rank the smaller the better
   */
  public record Candidate(String hostId, String name, double rank) {}

  /**
   * Hosts with room, the best first.
   *
   * @param policy JPQL expression over alias {@code h}: the smaller the better
   */
  public List<Candidate> find(Search search, String policy, int limit) {
    String rank = AWAKE_FIRST + policy;
    TypedQuery<Object[]> query =
        entities
            .createQuery(
                "select h.id, h.name, "
                    + rank
                    + " from Host h where h.zone = :zone and "
                    + USABLE
                    + " and "
                    + FITS
                    + " and h.messageVersion >= :messages"
                    + search.seat().clause
                    + (search.storageId() == null ? "" : " and h.storageId = :storage")
                    + " order by "
                    + rank
                    + ", h.id",
                Object[].class)
            .setMaxResults(limit);
    bind(query, search.zone(), search.demand(), search.heardSince());
    query.setParameter("messages", search.messageVersion());
    if (search.seat() != Seat.ANYWHERE) {
      query.setParameter("group", search.groupId());
    }
    if (search.seat() == Seat.OF_PARTITION) {
      query.setParameter("partition", search.partition());
    }
    if (search.storageId() != null) {
      query.setParameter("storage", search.storageId());
    }
    return query.getResultList().stream()
        .map(
            row -> new Candidate((String) row[0], (String) row[1], ((Number) row[2]).doubleValue()))
        .toList();
  }

  /**
   * How many hosts a zone has, and how many of them do not come into question.
   *
   * @param disabled out of service
   * @param silent in service, but not heard recently
   * @param full in service and heard, but without the room
   */
  public record Overview(long hosts, long disabled, long silent, long full) {}

  public Overview overview(String zone, Demand demand, Instant heardSince) {
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select count(h), sum(case when h.duty.enabled = false then 1 else 0 end), sum(case"
                + " when h.duty.enabled = true and (h.power.power ="
                + " cloud.jarrah.hosts.entity.HostPower.UNWAKEABLE or (h.power.power ="
                + " cloud.jarrah.hosts.entity.HostPower.AWAKE and (h.lastSeen is null or h.lastSeen"
                + " < :heard)) or h.standing.standing <>"
                + " cloud.jarrah.hosts.entity.HostStanding.ACTIVE) then 1 else 0 end), sum(case"
                + " when "
                + USABLE
                + " and not ("
                + FITS
                + ") then 1 else 0 end) from Host h where h.zone = :zone",
            Object[].class);
    bind(query, zone, demand, heardSince);
    Object[] row = query.getSingleResult();
    return new Overview(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
  }

  private static void bind(
      TypedQuery<Object[]> query, String zone, Demand demand, Instant heardSince) {
    query
        .setParameter("zone", zone)
        .setParameter("heard", heardSince)
        .setParameter("cores", demand.cores())
        .setParameter("memory", demand.memoryMib())
        .setParameter("disk", demand.diskGib());
  }

  /** The sum over no hosts is null. */
  private static long number(@Nullable Object value) {
    return value == null ? 0 : ((Number) value).longValue();
  }
}
