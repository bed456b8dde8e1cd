package cloud.jarrah.platform.testing;

import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.platform.time.SqlDatabaseTime;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceProvider;

/**
 * A fresh database with the real schema: H2 in memory, or a schema of its own in PostgreSQL if the
 * system properties {@code jarrah.test.postgresql} (a JDBC address), {@code …postgresql.user} and
 * {@code …postgresql.password} are set.
 */
public final class TestDatabase implements AutoCloseable {
  private static final Set<String> KEPT = Set.of("flyway_schema_history", "instance_types");

  private final String url;
  private final String user;
  private final String password;
  private final String schema;
  private final boolean postgresql;
  private final EntityManagerFactory factory;
  private final LocalTransactions transactions;

  private TestDatabase(Map<String, String> settings) {
    String address = System.getProperty("jarrah.test.postgresql", "");
    postgresql = !address.isEmpty();
    schema = "t_" + UUID.randomUUID().toString().replace("-", "");
    user = postgresql ? System.getProperty("jarrah.test.postgresql.user", "jarrah") : "sa";
    password = postgresql ? System.getProperty("jarrah.test.postgresql.password", "") : "";
    url =
        postgresql
            ? address + (address.contains("?") ? "&" : "?") + "currentSchema=" + schema
            : "jdbc:h2:mem:" + schema + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    migrate();
    Map<String, String> all = new HashMap<>(settings);
    all.put("jakarta.persistence.jdbc.url", url);
    all.put("jakarta.persistence.jdbc.user", user);
    all.put("jakarta.persistence.jdbc.password", password);
    all.put("hibernate.connection.pool_size", "20");
    factory =
        new HibernatePersistenceProvider().createContainerEntityManagerFactory(new TestUnit(), all);
    transactions = new LocalTransactions(factory);
  }

  public static TestDatabase create() {
    return new TestDatabase(Map.of());
  }

  /** With further settings of the persistence provider. */
  public static TestDatabase create(Map<String, String> settings) {
    return new TestDatabase(settings);
  }

  private void migrate() {
    var flyway =
        Flyway.configure(TestDatabase.class.getClassLoader())
            .dataSource(url, user, password)
            .locations("classpath:db/migration");
    if (postgresql) {
      flyway.schemas(schema).createSchemas(true);
    }
    flyway.load().migrate();
  }

  public LocalTransactions transactions() {
    return transactions;
  }

  public EntityManager entityManager() {
    return transactions.entityManager();
  }

  /** The real clock of the database. */
  public DatabaseTime time() {
    return new SqlDatabaseTime(entityManager());
  }

  public EntityManagerFactory factory() {
    return factory;
  }

  public Connection connection() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  public boolean isPostgresql() {
    return postgresql;
  }

  /**
   * Empties every table but those that the schema itself fills, so that one database can serve all
   * tests of a class.
   */
  public void clear() {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(connection);
      if (postgresql) {
        statement.execute("truncate table " + String.join(", ", tables) + " cascade");
        return;
      }
      statement.execute("set referential_integrity false");
      for (String table : tables) {
        statement.execute("truncate table " + table);
      }
      statement.execute("set referential_integrity true");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot empty the test database", e);
    }
  }

  private List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var rows =
        connection
            .getMetaData()
            .getTables(
                null, postgresql ? schema : "PUBLIC", "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!KEPT.contains(name.toLowerCase(Locale.ROOT))) {
          tables.add("\"" + name + "\"");
        }
      }
    }
    return tables;
  }

  @Override
  public void close() {
    factory.close();
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(postgresql ? "drop schema " + schema + " cascade" : "shutdown");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot remove the test database", e);
    }
  }
}
