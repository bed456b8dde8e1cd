package cloud.jarrah.platform.time;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionImplementor;

/** Asks the database. */
@Singleton
public class SqlDatabaseTime implements DatabaseTime {
  private final EntityManager entities;

  @Inject
  public SqlDatabaseTime(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Instant now() {
    Session session = entities.unwrap(Session.class);
    Instant now =
        session
                    .createNativeQuery("select " + clock(session) + " as now_", Object.class)
                    .addScalar("now_", Instant.class)
                    // Reading the clock must not flush what is half done, nor look for it.
                    .setHibernateFlushMode(FlushMode.MANUAL)
                    .getSingleResult()
                instanceof Instant instant
            ? instant
            : missing();
    return now.truncatedTo(ChronoUnit.MICROS);
  }

  /** PostgreSQL's current_timestamp is the start of the transaction: too old after a lock wait. */
  private static String clock(Session session) {
    return session.unwrap(SessionImplementor.class).getJdbcServices().getDialect()
            instanceof PostgreSQLDialect
        ? "clock_timestamp()"
        : "current_timestamp";
  }

  private static Instant missing() {
    throw new IllegalStateException("the database does not tell the time");
  }
}
