package cloud.jarrah.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  private final JdbcDataSource dataSource = new JdbcDataSource();

  @BeforeEach
  void open(@TempDir Path directory) {
    dataSource.setUrl("jdbc:h2:file:" + directory.resolve("jarrah") + ";WRITE_DELAY=0");
    dataSource.setUser("jarrah");
  }

  @Test
  void rebuildingChangesNeitherSchemaNorRows() throws SQLException {
    Migration.flyway(dataSource).migrate();
    Set<String> before = script();
    assertThat(before).anyMatch(line -> line.contains("INSTANCE_TYPES"));

    database().rebuildIndexes();

    assertThat(script()).isEqualTo(before);
  }

  @Test
  void aDatabaseThatWasNotClosedIsMended() throws SQLException {
    database().open();
    run("create table t (id int primary key, v int)");
    run("alter table t add column \"rebuilt\" int");

    // What an interrupted rebuilding left behind goes, too.
    database().open();

    assertThat(script()).noneMatch(line -> line.contains("rebuilt"));
  }

  @Test
  void aClosedDatabaseIsLeftAlone() throws SQLException {
    database().open();
    run("create table t (id int primary key, \"rebuilt\" int)");
    database().close();

    database().open();

    assertThat(script()).anyMatch(line -> line.contains("rebuilt"));
  }

  @Test
  void oneTableThatCannotBeCopiedDoesNotHoldUpTheOthers() throws SQLException {
    database().open();
    run("create table a (\"rebuilt\" int)");
    run("create table b (id int primary key, \"rebuilt\" int)");

    database().open();

    assertThat(script())
        .as("the only column of a cannot be dropped; b's can")
        .filteredOn(line -> line.contains("rebuilt"))
        .singleElement()
        .asString()
        .contains("\"A\"");
  }

  @Test
  void otherDatabasesAreNoneOfItsBusiness() throws SQLException {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setUrl("jdbc:h2:mem:");

    assertThat(EmbeddedDatabase.of(memory)).isEmpty();
  }

  private EmbeddedDatabase database() throws SQLException {
    return EmbeddedDatabase.of(dataSource).orElseThrow();
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All that the database holds, as statements that would make it again. */
  private Set<String> script() throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("script")) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return new TreeSet<>(lines);
  }
}
