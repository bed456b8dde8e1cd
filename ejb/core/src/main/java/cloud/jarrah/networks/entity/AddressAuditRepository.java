package cloud.jarrah.networks.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads interfaces and addresses as a whole, for audits: figures and ids, no entities. */
@Singleton
public class AddressAuditRepository {
  private final EntityManager entities;

  @Inject
  public AddressAuditRepository(EntityManager entities) {
    this.entities = entities;
  }

  /** An interface, what it is attached to and the address it says is its own. */
  public record Attachment(String id, String attachedTo, String address) {}

  public List<Attachment> attachments(String after, int most) {
    return entities
        .createQuery(
            "select new cloud.jarrah.networks.entity.AddressAuditRepository$Attachment("
                + "n.id, n.attachedTo, n.address) from NetworkInterface n where n.id > :after"
                + " order by n.id",
            Attachment.class)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  public boolean anyAttachedTo(String id) {
    return entities
            .createQuery(
                "select count(n) from NetworkInterface n where n.attachedTo = :id", Long.class)
            .setParameter("id", id)
            .getSingleResult()
        > 0;
  }

  /** Addresses by the interfaces that hold them, a stretch of the interfaces' ids. */
  public Map<String, Long> held(String after, @Nullable String last) {
    var query =
        entities
            .createQuery(
                "select a.interfaceId, a.address from SubnetAddress a where a.interfaceId > :after"
                    + (last == null ? "" : " and a.interfaceId <= :last"),
                Object[].class)
            .setParameter("after", after);
    Map<String, Long> held = new HashMap<>();
    (last == null ? query : query.setParameter("last", last))
        .getResultList()
        .forEach(row -> held.put((String) row[0], (Long) row[1]));
    return held;
  }

  /** Locks an address. */
  public Optional<SubnetAddress> lock(long address) {
    return Optional.ofNullable(
        entities.find(SubnetAddress.class, address, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Locks an interface. */
  public Optional<NetworkInterface> lockInterface(String id) {
    return Optional.ofNullable(
        entities.find(NetworkInterface.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The interface that says an address is its own. */
  public Optional<String> claimant(String address) {
    return entities
        .createQuery("select n.id from NetworkInterface n where n.address = :address", String.class)
        .setParameter("address", address)
        .getResultStream()
        .findFirst();
  }
}
