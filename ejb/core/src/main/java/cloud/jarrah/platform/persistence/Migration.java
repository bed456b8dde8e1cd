package cloud.jarrah.platform.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date at start. Every other start-up bean depends on it ({@code
 * DependsOn("Migration")}). Servers starting together wait for each other in the database.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Migration {
  private static final Logger LOG = Logger.getLogger(Migration.class);

  @Resource(lookup = "java:jboss/datasources/JarrahDS")
  DataSource dataSource;

  private Optional<EmbeddedDatabase> embedded = Optional.empty();

  @PostConstruct
  void start() {
    try {
      embedded = EmbeddedDatabase.of(dataSource);
      embedded.ifPresent(EmbeddedDatabase::open);
      migrate();
    } catch (SQLException | FlywayException e) {
      throw new IllegalStateException(
          "JARRAH000002 the database schema cannot be brought up to date; the server does not"
              + " start. Check that the database is reachable, that its user may create tables, and"
              + " that it was not used by a newer Jarrah: "
              + e.getMessage(),
          e);
    }
  }

  /** Beans that depend on this one have ended by now. */
  @PreDestroy
  void stop() {
    embedded.ifPresent(EmbeddedDatabase::close);
  }

  private void migrate() {
    MigrateResult result = flyway(dataSource).migrate();
    LOG.infof(
        "JARRAH000001 database schema is at version %s (%d migrations run now)",
        result.targetSchemaVersion == null
            ? result.initialSchemaVersion
            : result.targetSchemaVersion,
        result.migrationsExecuted);
  }

  /** The one configuration of Flyway, in the server and in tests. */
  static Flyway flyway(DataSource dataSource) {
    return Flyway.configure(Migration.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .load();
  }
}
