package cloud.jarrah.instancetypes.entity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Instance types; they belong to the cloud, not to an account. */
@Singleton
public class OfferedTypeRepository {
  private final EntityManager entities;

  @Inject
  public OfferedTypeRepository(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<OfferedType> find(String name) {
    return Optional.ofNullable(entities.find(OfferedType.class, name));
  }

  public Optional<OfferedType> lock(String name) {
    return Optional.ofNullable(
        entities.find(OfferedType.class, name, LockModeType.PESSIMISTIC_WRITE));
  }

  public List<OfferedType> all() {
    return entities
        .createQuery("select t from OfferedType t order by t.name", OfferedType.class)
        .getResultList();
  }

  public void add(OfferedType type) {
    entities.persist(type);
  }

  public void remove(OfferedType type) {
    entities.remove(type);
  }
}
