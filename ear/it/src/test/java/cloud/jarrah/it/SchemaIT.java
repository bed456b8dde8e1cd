package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Daemons;
import cloud.jarrah.it.cloud.Database;
import cloud.jarrah.it.cloud.SimulatedCloud;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Waiting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that make the database's schema, and die of it. */
class SchemaIT {
  @RegisterExtension static final SimulatedCloud CLUSTER = new SimulatedCloud("schema", 1, 2);

  private final Daemons daemons = new Daemons(CLUSTER.cloud());

  @Test
  void serverKilledAmongTheMigrationsLeavesASchemaThatTheNextOneCompletes() throws Exception {
    for (String server : new String[] {"server-1", "server-2"}) {
      Daemons.kill(daemons.pid(server));
    }
    try (Connection mine = Database.privateOf(CLUSTER.cloud()).connect()) {
      execute(mine, "drop schema public cascade");
      execute(mine, "create schema public");
      // Whoever comes to this migration waits for what becomes of a table of the same name.
      // It stays open for longer than any of the servers' own may.
      execute(mine, "set idle_in_transaction_session_timeout = 0");
      mine.setAutoCommit(false);
      execute(mine, "create table launch_templates (id integer)");
      CompletableFuture<ChildProcess.Ended> start =
          CompletableFuture.supplyAsync(() -> CLUSTER.cloud().startServer(1));
      Waiting.until("a waiting migration", Duration.ofMinutes(1), this::waiting, n -> n > 0);
      Daemons.kill(daemons.pid("server-1"));
      assertThat(start.join().succeeded()).isFalse();
      mine.rollback();
      mine.setAutoCommit(true);
      assertThat(number(mine, "select count(*) from flyway_schema_history where not success"))
          .isZero();
    }
    assertThat(CLUSTER.cloud().startServer(1).orThrow()).isNotNull();
    assertThat(CLUSTER.cloud().startServer(2).orThrow()).isNotNull();
  }

  private long waiting() {
    try (Connection connection = Database.privateOf(CLUSTER.cloud()).connect()) {
      return number(
          connection,
          "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
              + " and query like '%launch_templates%'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
