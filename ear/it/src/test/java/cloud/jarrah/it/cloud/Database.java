package cloud.jarrah.it.cloud;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * The cloud's tables, read past the server. That takes a database which others can open: the test
 * run starts its cloud on PostgreSQL.
 */
public final class Database {
  /** Written by reading requests, or by the hosts all the time: no request is to blame for them. */
  private static final Set<String> RESTLESS =
      Set.of(
          "access_key.last_used_at",
          "access_key.version",
          "hosts.last_seen",
          "hosts.report_sequence",
          "hosts.inventory_at",
          "hosts.inventory_digest",
          "hosts.version",
          "instances.observed_sequence",
          "instances.observed_at",
          "instances.version");

  /**
   * Signed messages that were seen are noted whatever becomes of them; what the servers note of
   * themselves, they write all the time.
   */
  private static final Set<String> RESTLESS_TABLES =
      Set.of("soap_replay", "leases", "host_listeners", "drift_runs");

  private final String url;
  private final String user;
  private final String password;

  private Database(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** The PostgreSQL that the launcher made for a cluster. */
  public static Database privateOf(TestedCloud cloud) {
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + cloud.port(15432) + "/jarrah",
        "jarrah",
        TestedCloud.read(cloud.data().resolve("keys/database.password")).strip());
  }

  public static Database of(TestedCloud cloud) {
    String url = Objects.requireNonNullElse(System.getenv("JARRAH_DB_URL"), "");
    Assumptions.assumeTrue(
        url.startsWith("jdbc:postgresql:"),
        () -> cloud + " has no database that can be looked at: start it with JARRAH_DB_URL");
    return new Database(
        url,
        Objects.requireNonNullElse(System.getenv("JARRAH_DB_USER"), "jarrah"),
        Objects.requireNonNullElse(System.getenv("JARRAH_DB_PASSWORD"), ""));
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The first column of a question's only row. */
  public String text(String question) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }

  /** What an instance still holds. Its own row stays for an hour, to be shown. */
  List<String> tracesOf(String instanceId) {
    List<String> traces = new ArrayList<>();
    try (Connection connection = connect()) {
      for (String[] place :
          new String[][] {
            {"allocations", "consumer_id"}, {"network_interfaces", "attached_to"},
          }) {
        String sql = "select count(*) from " + place[0] + " where " + place[1] + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setString(1, instanceId);
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            if (rows.getInt(1) > 0) {
              traces.add("row in " + place[0]);
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("reading " + url, e);
    }
    return traces;
  }

  /** A checksum of every table's content; of events, those only that tell of something done. */
  public Map<String, String> checksums() {
    Map<String, String> checksums = new TreeMap<>();
    try (Connection connection = connect()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      for (Map.Entry<String, List<String>> table : tables(connection).entrySet()) {
        checksums.put(table.getKey(), checksum(connection, table.getKey(), table.getValue()));
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("reading " + url, e);
    }
    return checksums;
  }

  private static Map<String, List<String>> tables(Connection connection) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    String sql =
        "select table_name, column_name from information_schema.columns"
            + " where table_schema = 'public' order by table_name, ordinal_position";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        if (!RESTLESS_TABLES.contains(rows.getString(1))
            && !RESTLESS.contains(rows.getString(1) + "." + rows.getString(2))) {
          tables.computeIfAbsent(rows.getString(1), t -> new ArrayList<>()).add(rows.getString(2));
        }
      }
    }
    return tables;
  }

  private static String checksum(Connection connection, String table, List<String> columns)
      throws SQLException {
    String row =
        columns.stream()
            .map(c -> "coalesce(\"" + c + "\"::text, '~')")
            .collect(Collectors.joining(" || '|' || "));
    String sql =
        "select count(*) || ' rows, ' || coalesce(md5(string_agg(md5(r), '' order by md5(r))), '')"
            + " from (select "
            + row
            + " as r from \""
            + table
            + "\""
            + (table.equals("event") ? " where outcome = 'applied'" : "")
            + ") as t";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
