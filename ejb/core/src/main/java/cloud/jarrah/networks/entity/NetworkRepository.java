package cloud.jarrah.networks.entity;

import cloud.jarrah.platform.persistence.SkipLocked;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Subnets, addresses and interfaces. */
@Singleton
public class NetworkRepository {
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
        .getResultStream()
        .findFirst();
  }

  /** Locks a subnet and reads it afresh. */
  public void lock(Subnet subnet) {
    entities.refresh(subnet, LockModeType.PESSIMISTIC_WRITE);
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
