package cloud.jarrah.images.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Images, as far as an account may see them. */
@Singleton
public class ImageRepository {
  private static final String VISIBLE =
      "(i.accountId = :account or i.publicLaunch = true or :account member of i.launchAccounts)";

  private final EntityManager entities;

  @Inject
  public ImageRepository(EntityManager entities) {
    this.entities = entities;
  }

  public void add(Image image) {
    entities.persist(image);
  }

  public Optional<Image> visible(String accountId, String id) {
    return Optional.ofNullable(entities.find(Image.class, id))
        .filter(image -> image.visibleTo(accountId));
  }

  /**
   * Keeps images that the account may see from being changed or deleted until the transaction ends,
   * in the order of their ids; deregistered ones are not seen. Everybody uses the same images, so
   * callers share the lock where the database can.
   */
  public List<Image> share(String accountId, Collection<String> ids) {
    return entities
        .createQuery(
            "select i from Image i where i.id in :ids and i.state <> DEREGISTERED and "
                + VISIBLE
                + " order by i.id",
            Image.class)
        .setParameter("ids", ids)
        .setParameter("account", accountId)
        .setLockMode(LockModeType.PESSIMISTIC_READ)
        .getResultList();
  }

  /** What the account may see, by id; without deregistered ones. */
  public List<Image> allVisible(String accountId) {
    return entities
        .createQuery(
            "select i from Image i where i.state <> DEREGISTERED and " + VISIBLE + " order by i.id",
            Image.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  public Optional<Image> byName(String accountId, String name) {
    return entities
        .createQuery(
            "select i from Image i where i.accountId = :account and i.name = :name", Image.class)
        .setParameter("account", accountId)
        .setParameter("name", name)
        .getResultStream()
        .findAny();
  }

  /** For the cloud itself, which serves images to hosts and administers all. */
  public Optional<Image> anyones(String id) {
    return Optional.ofNullable(entities.find(Image.class, id));
  }

  /** For administrators. */
  public List<Image> everyones() {
    return entities
        .createQuery("select i from Image i order by i.createdAt, i.id", Image.class)
        .getResultList();
  }
}
