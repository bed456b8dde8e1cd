package cloud.jarrah.networks.entity;

import cloud.jarrah.platform.persistence.SkipLocked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.jpa.HibernateHints;

/** Subnets, addresses and interfaces. */
@Singleton
public class NetworkRepository {
  /** More are not named in one statement: it reads all that the account has instead. */
  private static final int MOST_NAMED = 1000;

  private final EntityManager entities;

  @Inject
  public NetworkRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Object entity) {
    entities.persist(entity);
  }

  public Optional<Subnet> subnet(String zone) {
    return entities
        .createQuery("select s from Subnet s where s.zone = :zone", Subnet.class)
        .setParameter("zone", zone)
        // A subnet is there long before anybody asks: nothing unwritten bears on the answer.
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .findFirst();
  }

  /** Locks a subnet and reads it afresh. */
  public void lock(Subnet subnet) {
    entities.refresh(subnet, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Locks the subnet's row and reads it afresh. */
  public Subnet lockSubnet(String id) {
    Subnet subnet = entities.getReference(Subnet.class, id);
    lock(subnet);
    return subnet;
  }

  /** How many addresses are ready that nobody has had. */
  public int countUnused(String subnetId) {
    return entities
        .createQuery(
            "select count(a) from SubnetAddress a where a.subnetId = :subnet"
                + " and a.interfaceId is null and a.releasedAt is null",
            Long.class)
        .setParameter("subnet", subnetId)
        .getSingleResult()
        .intValue();
  }

  /** Locks the address that has been free for longest and that nobody else is taking. */
  public Optional<SubnetAddress> lockFree(Subnet subnet) {
    return SkipLocked.on(
            entities
                .createQuery(
                    "select a from SubnetAddress a where a.subnetId = :subnet"
                        + " and a.interfaceId is null"
                        + " order by a.releasedAt nulls first, a.address",
                    SubnetAddress.class)
                .setParameter("subnet", subnet.id())
                .setMaxResults(1))
        .getResultStream()
        .findFirst();
  }

  public Optional<SubnetAddress> address(String dotted) {
    return Optional.ofNullable(entities.find(SubnetAddress.class, Cidr.number(dotted)));
  }

  public List<NetworkInterface> attachedTo(Collection<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select n from NetworkInterface n where n.attachedTo in :ids order by n.id",
            NetworkInterface.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The interfaces of some of an account's consumers, to be shown and not changed. */
  public List<NetworkInterface> shown(String accountId, Collection<String> ids) {
    if (ids.size() <= MOST_NAMED) {
      return attachedTo(ids);
    }
    Set<String> wanted = new HashSet<>(ids);
    return entities
        .createQuery(
            "select n from NetworkInterface n where n.accountId = :account order by n.id",
            NetworkInterface.class)
        .setParameter("account", accountId)
        .setHint(HibernateHints.HINT_READ_ONLY, true)
        .getResultStream()
        .filter(nic -> wanted.contains(nic.attachedTo()))
        .toList();
  }

  /** Locks some of an account's interfaces, so that they are not deleted meanwhile. */
  public List<NetworkInterface> lockInterfaces(String accountId, Collection<String> ids) {
    return entities
        .createQuery(
            "select n from NetworkInterface n where n.accountId = :account and n.id in :ids"
                + " order by n.id",
            NetworkInterface.class)
        .setParameter("account", accountId)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public void remove(NetworkInterface networkInterface) {
    entities.remove(networkInterface);
  }
}
