package cloud.jarrah.platform.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes the container's entity manager injectable into constructors. */
@Dependent
public class Persistence {

  /** Bound to the current transaction, so one may be shared by all threads. */
  @Produces
  @PersistenceContext(unitName = "jarrah")
  EntityManager entityManager;
}
