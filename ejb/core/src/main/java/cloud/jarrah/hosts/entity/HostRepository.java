package cloud.jarrah.hosts.entity;

import cloud.jarrah.platform.persistence.SkipLocked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hosts, their allocations and credentials. */
@Singleton
public class HostRepository {
  private final EntityManager entities;

  @Inject
  public HostRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Object entity) {
    entities.persist(entity);
  }

  public Optional<Host> find(String id) {
    return Optional.ofNullable(entities.find(Host.class, id));
  }

  /** Those of the hosts that exist, in one question. */
  public List<Host> find(Set<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("select h from Host h where h.id in :ids", Host.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public Optional<Host> findByName(String name) {
    return entities
        .createQuery("select h from Host h where h.name = :name", Host.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public List<Host> all() {
    return entities.createQuery("select h from Host h order by h.name", Host.class).getResultList();
  }

  /**
   * All in order of id, in which all who change several hosts do so: they are written in the order
   * in which they were read.
   */
  public List<Host> inOrderOfLocking() {
    return entities.createQuery("select h from Host h order by h.id", Host.class).getResultList();
  }

  /** Ids of the hosts of a standing. */
  public Set<String> withStanding(HostStanding standing) {
    return Set.copyOf(
        entities
            .createQuery(
                "select h.id from Host h where h.standing.standing = :standing", String.class)
            .setParameter("standing", standing)
            .getResultList());
  }

  /** Ids of the hosts in a state of power. */
  public Set<String> withPower(HostPower power) {
    return Set.copyOf(
        entities
            .createQuery("select h.id from Host h where h.power.power = :power", String.class)
            .setParameter("power", power)
            .getResultList());
  }

  /** Whether no host sleeps, is being woken, or could not be. */
  public boolean allAwake() {
    return entities
            .createQuery(
                "select count(h) from Host h where h.power.power <>"
                    + " cloud.jarrah.hosts.entity.HostPower.AWAKE",
                Long.class)
            .getSingleResult()
        == 0;
  }

  /** Those that are to be emptied, in order of id. */
  public List<Host> draining() {
    return entities
        .createQuery(
            "select h from Host h where h.duty.duty = cloud.jarrah.hosts.entity.HostDuty.DRAINING"
                + " order by h.id",
            Host.class)
        .getResultList();
  }

  /**
   * Locks the host's row and reads it afresh; waits for other holders. Found without a lock first:
   * with one, a host that this transaction has read before must not have changed since.
   */
  public Optional<Host> lock(String id) {
    Host host = entities.find(Host.class, id);
    if (host == null) {
      return Optional.empty();
    }
    try {
      entities.refresh(host, LockModeType.PESSIMISTIC_WRITE);
      return Optional.of(host);
    } catch (EntityNotFoundException removedMeanwhile) {
      return Optional.empty();
    }
  }

  /** Locks the host's row if it is used, has the room and nobody else holds it. */
  public Optional<Host> lockIfFree(String id, Demand demand) {
    return fresh(SkipLocked.on(withRoom(id, demand)));
  }

  /** Waits for the host's row and locks it if it is used and has the room then. */
  public Optional<Host> lockIfFits(String id, Demand demand) {
    return fresh(withRoom(id, demand).setLockMode(LockModeType.PESSIMISTIC_WRITE));
  }

  private TypedQuery<Host> withRoom(String id, Demand demand) {
    return entities
        .createQuery(
            "select h from Host h where h.id = :id and h.duty.enabled = true and"
                + " h.standing.standing = cloud.jarrah.hosts.entity.HostStanding.ACTIVE and h.room.cores"
                + " - h.room.usedCores >= :cores and h.room.memoryMib - h.room.usedMemoryMib >= :memory and"
                + " h.room.diskGib - h.room.usedDiskGib >= :disk",
            Host.class)
        .setParameter("id", id)
        .setParameter("cores", demand.cores())
        .setParameter("memory", demand.memoryMib())
        .setParameter("disk", demand.diskGib());
  }

  private Optional<Host> fresh(TypedQuery<Host> query) {
    Optional<Host> host = query.getResultStream().findFirst();
    host.ifPresent(entities::refresh);
    return host;
  }

  public Optional<Allocation> allocation(String consumerId) {
    return Optional.ofNullable(entities.find(Allocation.class, consumerId));
  }

  public void remove(Allocation allocation) {
    entities.remove(allocation);
  }

  /** How many consumers hold room on a host. */
  public int allocations(String hostId) {
    return Math.toIntExact(
        entities
            .createQuery("select count(a) from Allocation a where a.hostId = :host", Long.class)
            .setParameter("host", hostId)
            .getSingleResult());
  }

  /** Sum of a host's allocation rows. */
  public Demand allocated(String hostId) {
    entities.flush();
    Object[] sums =
        entities
            .createQuery(
                "select coalesce(sum(a.cores), 0), coalesce(sum(a.memoryMib), 0),"
                    + " coalesce(sum(a.diskGib), 0) from Allocation a where a.hostId = :host",
                Object[].class)
            .setParameter("host", hostId)
            .getSingleResult();
    return new Demand(toInt(sums[0]), toInt(sums[1]), toInt(sums[2]));
  }

  private static int toInt(Object sum) {
    return Math.toIntExact(((Number) sum).longValue());
  }

  /**
   * Notes that hosts were heard; never moves a newer note back, but one that lies so far ahead that
   * the clock must have been set back.
   */
  public void seen(List<String> hostIds, Instant now) {
    entities
        .createQuery(
            "update Host h set h.lastSeen = :now where h.id in :ids"
                + " and (h.lastSeen is null or h.lastSeen < :now or h.lastSeen > :ahead)")
        .setParameter("now", now)
        .setParameter("ahead", now.plus(Reachability.SUSPECT_AFTER))
        .setParameter("ids", hostIds)
        .executeUpdate();
  }

  public Optional<EnrolmentToken> lockToken(String hash) {
    return Optional.ofNullable(
        entities.find(EnrolmentToken.class, hash, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Writes a host's new broker password, replacing one it had. */
  public void put(NodeCredential credential) {
    entities.merge(credential);
  }

  public void remove(Host host) {
    NodeCredential credential = entities.find(NodeCredential.class, host.id());
    if (credential != null) {
      entities.remove(credential);
    }
    entities.remove(host);
  }
}
