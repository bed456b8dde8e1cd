package cloud.jarrah.platform.persistence;

import jakarta.persistence.TypedQuery;
import org.hibernate.LockMode;

/** Makes a query lock the rows it returns and pass over those that somebody else holds. */
public final class SkipLocked {
  private SkipLocked() {}

  public static <T> TypedQuery<T> on(TypedQuery<T> query) {
    // The standard lock timeout hint does not reach the SQL on every database; the lock mode does.
    query.unwrap(org.hibernate.query.Query.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
    return query;
  }
}
