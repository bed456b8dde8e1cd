package cloud.jarrah.drift;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a run costs on a big cloud. */
class AuditCostTest {
  private static final int INSTANCES = 20_000;
  private static final int HOSTS = 1_000;

  /** Far more than it takes: a look that reads every row for every other would never end. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Test
  void aRunOverTwentyThousandInstancesTakesSeconds() throws SQLException {
    try (TestDatabase database = TestDatabase.create()) {
      World world = new World(database, 1);
      Owner owner = new Owner(world);
      String id = owner.runs(1).get(0);
      owner.awaitsSettled(id, InstanceState.RUNNING);
      multiply(database, id);
      Auditor auditor = new Auditor(database, world, false);
      auditor.looks();
      long began = System.nanoTime();
      auditor.looks();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      System.out.printf(
          "an audit of %d instances on %d hosts takes %d ms%n", INSTANCES, HOSTS, took.toMillis());
      assertThat(auditor.results()).isEmpty();
      assertThat(world.inTransaction(() -> suspicions(database))).isZero();
      assertThat(took).isLessThan(LIMIT);
    }
  }

  private static long suspicions(TestDatabase database) {
    return database
        .entityManager()
        .createQuery("select count(f) from DriftFinding f", Long.class)
        .getSingleResult();
  }

  /** Copies of the instance and all that belongs to it, spread over copies of its host. */
  private static void multiply(TestDatabase database, String id) throws SQLException {
    String numbers =
        database.isPostgresql() ? "generate_series(1, %d) as n(x)" : "system_range(1, %d) as n(x)";
    try (Connection connection = database.connection();
        Statement run = connection.createStatement()) {
      run.execute(copy(connection, "hosts", "id = 'host-00000001'", numbers.formatted(HOSTS)));
      run.execute(copy(connection, "instances", "id = '" + id + "'", numbers.formatted(INSTANCES)));
      run.execute(
          copy(
              connection,
              "allocations",
              "consumer_id = '" + id + "'",
              numbers.formatted(INSTANCES)));
      run.execute(
          copy(
              connection,
              "network_interfaces",
              "attached_to = '" + id + "'",
              numbers.formatted(INSTANCES)));
      run.execute(
          copy(
              connection,
              "subnet_addresses",
              "interface_id is not null",
              numbers.formatted(INSTANCES)));
      run.execute("insert into tagged_resources select account_id, id, 'instance' from instances");
      run.execute(
          "update hosts set used_cores = (select coalesce(sum(cores), 0) from allocations a where"
              + " a.host_id = hosts.id), used_memory_mib = (select coalesce(sum(memory_mib), 0)"
              + " from allocations a where a.host_id = hosts.id), used_disk_gib = (select"
              + " coalesce(sum(disk_gib), 0) from allocations a where a.host_id = hosts.id)");
      run.execute("analyze");
    }
  }

  private static String copy(Connection connection, String table, String which, String numbers)
      throws SQLException {
    StringBuilder columns = new StringBuilder();
    StringBuilder values = new StringBuilder();
    try (var rows =
        connection.createStatement().executeQuery("select * from " + table + " where 1 = 0")) {
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        String column = rows.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT);
        columns.append(i == 1 ? "" : ", ").append(column);
        values.append(i == 1 ? "" : ", ").append(value(table, column));
      }
    }
    return "insert into "
        + table
        + " ("
        + columns
        + ") select "
        + values
        + " from "
        + table
        + ", "
        + numbers
        + " where "
        + which;
  }

  private static final String BASE = "(179568640 + 1024 + x)";

  private static String value(String table, String column) {
    String number = "lpad(cast(x as varchar), 8, '0')";
    String host = "'host-' || lpad(cast(100 + mod(x, " + HOSTS + ") as varchar), 8, '0')";
    return switch (table + "." + column) {
      case "hosts.id", "hosts.name" -> "'host-' || lpad(cast(99 + x as varchar), 8, '0')";
      case "instances.id", "allocations.consumer_id", "network_interfaces.attached_to" ->
          "'i-' || " + number;
      case "instances.host_id", "allocations.host_id" -> host;
      case "network_interfaces.id", "subnet_addresses.interface_id" -> "'eni-' || " + number;
      case "network_interfaces.mac" -> number;
      case "subnet_addresses.address" -> BASE;
      case "network_interfaces.address" ->
          "'10.' || cast("
              + octet(16)
              + " as varchar) || '.' || cast("
              + octet(8)
              + " as varchar) || '.' || cast("
              + octet(0)
              + " as varchar)";
      default -> column;
    };
  }

  private static String octet(int shift) {
    return "mod(" + BASE + " / " + (1 << shift) + ", 256)";
  }
}
