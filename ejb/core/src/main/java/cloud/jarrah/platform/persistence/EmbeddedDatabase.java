package cloud.jarrah.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * H2 in a file, and what it needs after its process was killed. Killed among transactions that
 * wanted the same rows, H2 (2.2.224 and 2.4.240 were tried) can wake with an index that contradicts
 * its table, and then refuses every change of such a row with a lock timeout. A copy of the table
 * has whole indexes again.
 */
final class EmbeddedDatabase {
  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final String FILE_URL = "jdbc:h2:file:";

  private final DataSource dataSource;
  private final Path mark;

  private EmbeddedDatabase(DataSource dataSource, Path mark) {
    this.dataSource = dataSource;
    this.mark = mark;
  }

  /** The data source's database, if it is H2 in a file. */
  static Optional<EmbeddedDatabase> of(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      String url = connection.getMetaData().getURL();
      return url.startsWith(FILE_URL)
          ? Optional.of(new EmbeddedDatabase(dataSource, markBeside(url)))
          : Optional.empty();
    }
  }

  private static Path markBeside(String url) {
    return Path.of(url.substring(FILE_URL.length()).replaceAll(";.*", "") + ".in-use");
  }

  /** Mends what a killed process may have left behind, and marks the database as used. */
  void open() {
    try {
      if (Files.exists(mark)) {
        rebuildIndexes();
      } else {
        Files.createFile(mark);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that used the database has ended. */
  void close() {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      // The next start rebuilds the indexes without need.
      LOG.warnf(e, "%s could not be removed", mark);
    }
  }

  void rebuildIndexes() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(statement);
      for (String table : tables) {
        rebuildIndexes(statement, table);
      }
      LOG.infof(
          "JARRAH000005 the server had not been stopped in order: indexes of %d tables were rebuilt",
          tables.size());
    } catch (SQLException e) {
      throw new IllegalStateException("the indexes cannot be rebuilt: " + e.getMessage(), e);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select table_name from information_schema.tables"
                + " where table_schema = current_schema and table_type = 'BASE TABLE'"
                + " order by table_name")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  /** H2 has no statement for it, but copies the table, with its indexes, when columns change. */
  private static void rebuildIndexes(Statement statement, String table) throws SQLException {
    String name = statement.enquoteIdentifier(table, true);
    try {
      statement.execute("alter table " + name + " add column if not exists \"rebuilt\" int");
      statement.execute("alter table " + name + " drop column \"rebuilt\"");
    } catch (SQLException e) {
      // A row whose last change was forgotten may contradict another. All but it can be used.
      LOG.errorf(
          e,
          "JARRAH000006 the indexes of table %s could not be rebuilt; some of its rows may not be"
              + " changeable",
          table);
    }
  }
}
