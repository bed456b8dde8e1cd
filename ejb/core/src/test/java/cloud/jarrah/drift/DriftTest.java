package cloud.jarrah.drift;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.Consistency;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each kind of drift, planted in the database of a cloud at rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftTest {
  private final TestDatabase database = TestDatabase.create();
  private World world;
  private Owner owner;
  private Auditor auditor;
  private String id;

  @BeforeEach
  void launchOne() {
    world = new World(database, 2);
    owner = new Owner(world);
    auditor = new Auditor(database, world, false);
    id = owner.runs(1).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void aCloudAtRestHasNoDrift() {
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    owner.terminates(owner.runs(2).get(0));
    auditor.looksTwice();
    auditor.looksTwice();
    assertThat(auditor.results()).isEmpty();
    assertThat(auditor.open()).isEmpty();
    assertThat(number("select count(*) from drift_findings")).isZero();
  }

  @Test
  void oneLookHealsNothing() {
    sql("update hosts set used_cores = 7 where id = '" + hostOf(id) + "'");
    auditor.looks();
    assertThat(auditor.results()).isEmpty();
    assertThat(number("select used_cores from hosts where id = '" + hostOf(id) + "'")).isEqualTo(7);
  }

  @Test
  void whatIsOverBeforeTheSecondLookIsNoFinding() {
    sql("update hosts set used_cores = 7 where id = '" + hostOf(id) + "'");
    auditor.looks();
    sql("update hosts set used_cores = 1 where id = '" + hostOf(id) + "'");
    auditor.looksTwice();
    assertThat(auditor.results()).isEmpty();
    assertThat(number("select count(*) from drift_findings")).isZero();
  }

  @Test
  void usedFiguresBecomeTheSumOfTheAllocationsAgain() {
    sql("update hosts set used_cores = 7, used_disk_gib = -3 where id = '" + hostOf(id) + "'");
    heals("host-used-figures");
    assertThat(number("select used_cores from hosts where id = '" + hostOf(id) + "'")).isEqualTo(1);
    new Consistency(world).check(List.of(id));
  }

  @Test
  void anAllocationWithoutInstanceIsGivenBack() {
    sql(
        "insert into allocations (consumer_id, host_id, cores, memory_mib, disk_gib, created_at)"
            + " values ('i-0dead', 'host-00000001', 2, 10, 1, timestamp '2026-01-01 00:00:00')");
    sql("update hosts set used_cores = used_cores + 2 where id = 'host-00000001'");
    auditor.looksTwice();
    assertThat(auditor.results()).containsEntry("allocation-without-instance", "1 found, 1 healed");
    assertThat(number("select count(*) from allocations")).isEqualTo(1);
    new Consistency(world).check(List.of(id));
  }

  @Test
  void anAllocationOfATerminatedInstanceIsGivenBack() {
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    sql(
        "insert into allocations (consumer_id, host_id, cores, memory_mib, disk_gib, created_at)"
            + " values ('"
            + id
            + "', 'host-00000001', 0, 0, 0, timestamp '2026-01-01 00:00:00')");
    heals("allocation-without-instance");
  }

  @Test
  void roomOfOthersThanInstancesIsLeftAlone() {
    sql(
        "insert into allocations (consumer_id, host_id, cores, memory_mib, disk_gib, created_at)"
            + " values ('vol-1', 'host-00000001', 0, 0, 0, timestamp '2026-01-01 00:00:00')");
    auditor.looksTwice();
    assertThat(auditor.results()).isEmpty();
  }

  @Test
  void anInstanceWithoutAllocationGetsItsRoomBack() {
    sql("delete from allocations where consumer_id = '" + id + "'");
    sql("update hosts set used_cores = 0, used_memory_mib = 0, used_disk_gib = 0");
    heals("instance-without-allocation");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void aStoppedInstanceGetsBackTheRoomOfItsDiskOnly() {
    owner.stops(id);
    owner.awaitsSettled(id, InstanceState.STOPPED);
    sql("delete from allocations where consumer_id = '" + id + "'");
    sql("update hosts set used_cores = 0, used_memory_mib = 0, used_disk_gib = 0");
    heals("instance-without-allocation");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void anAllocationMovesToTheInstancesHost() {
    String other = hostOf(id).equals("host-00000001") ? "host-00000002" : "host-00000001";
    sql("update allocations set host_id = '" + other + "' where consumer_id = '" + id + "'");
    auditor.looksTwice();
    assertThat(auditor.results()).containsEntry("allocation-on-other-host", "1 found, 1 healed");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void aGroupsUseWithoutMemberIsRemoved() {
    String group = owner.makesGroup("apart", "spread", null);
    sql("insert into group_hosts values ('" + group + "', 'host-00000001', 0)");
    heals("group-use-without-member");
    assertThat(number("select count(*) from group_hosts")).isZero();
  }

  @Test
  void anAddressWithoutInterfaceIsFreeAgain() {
    sql(
        "update subnet_addresses set interface_id = 'eni-0dead' where address ="
            + " (select min(address) from subnet_addresses where interface_id is null)");
    heals("address-without-interface");
    assertThat(number("select count(*) from subnet_addresses where interface_id is not null"))
        .isEqualTo(1);
  }

  @Test
  void anInterfaceOfAnInstanceThatIsGoneGoesWithItsAddress() {
    sql("update network_interfaces set attached_to = 'i-0dead'");
    heals("interface-without-instance");
    assertThat(number("select count(*) from network_interfaces")).isZero();
    assertThat(number("select count(*) from subnet_addresses where interface_id is not null"))
        .isZero();
  }

  @Test
  void anInterfaceKeepsTheAddressThatCountedAsFree() {
    sql("update subnet_addresses set interface_id = null where interface_id is not null");
    heals("interface-without-address");
    assertThat(number("select count(*) from subnet_addresses where interface_id is not null"))
        .isEqualTo(1);
  }

  @Test
  void anAddressHeldForTheWrongInterfaceGoesToItsOwner() {
    sql("update subnet_addresses set interface_id = 'eni-0dead' where interface_id is not null");
    auditor.looksTwice();
    auditor.looksTwice();
    assertThat(
            number(
                "select count(*) from subnet_addresses a, network_interfaces n"
                    + " where a.interface_id = n.id"))
        .isEqualTo(1);
    assertThat(auditor.results()).isNotEmpty();
  }

  @Test
  void whatCountsAgainstLimitsIsWhatThereIs() {
    TestAccounts.add(database, Callers.user(Owner.ACCOUNT));
    sql("update usage_entries set amount = 5 where quota = 'vcpus'");
    sql("delete from usage_entries where quota = 'instances'");
    heals("usage-differs");
    new Consistency(world).check(List.of(id));
  }

  @Test
  void aCommandWithoutInstanceIsWithdrawn() {
    plantCommand("i-0dead", hostOf(id), 1);
    heals("command-without-instance");
    assertThat(number("select count(*) from node_commands where open_resource is not null"))
        .isZero();
  }

  @Test
  void aCommandOfAnOlderGenerationIsWithdrawn() {
    plantCommand(id, hostOf(id), 0);
    heals("command-of-older-generation");
  }

  @Test
  void aCommandForAnotherHostIsWithdrawn() {
    String other = hostOf(id).equals("host-00000001") ? "host-00000002" : "host-00000001";
    plantCommand(id, other, 1);
    heals("command-for-other-host");
  }

  @Test
  void aForgottenInstanceIsLookedAtAgain() {
    owner.stops(id);
    sql("update instances set next_attempt_at = null");
    heals("instance-forgotten");
    owner.awaitsSettled(id, InstanceState.STOPPED);
  }

  @Test
  void tagsOfNothingAreRemoved() {
    sql("insert into tagged_resources values ('123456789012', 'i-0dead', 'instance')");
    sql("insert into tags values ('123456789012', 'i-0dead', 'k', 'v')");
    sql("insert into tagged_resources values ('123456789012', '" + id + "', 'instance')");
    sql("insert into tags values ('123456789012', '" + id + "', 'k', 'v')");
    heals("tags-without-resource");
    assertThat(number("select count(*) from tags")).isEqualTo(1);
  }

  @Test
  void whatIsHealedHasAnEvent() {
    sql("update hosts set used_cores = 7 where id = '" + hostOf(id) + "'");
    auditor.looksTwice();
    assertThat(
            number(
                "select count(*) from event where action = 'drift:healed' and resources = '"
                    + hostOf(id)
                    + "' and detail like 'host-used-figures: %'"))
        .isEqualTo(1);
  }

  private void heals(String kind) {
    auditor.looksTwice();
    assertThat(auditor.results()).isEqualTo(Map.of(kind, "1 found, 1 healed"));
    auditor.looksTwice();
    assertThat(auditor.results()).isEqualTo(Map.of(kind, "1 found, 1 healed"));
    assertThat(auditor.open()).isEmpty();
  }

  private void plantCommand(String resource, String host, int generation) {
    sql(
        "insert into node_commands (id, host_id, resource, open_resource, generation, kind,"
            + " payload, state, request_id, deadline, attempts, created_at, version) values"
            + " ('cmd-planted', '"
            + host
            + "', '"
            + resource
            + "', '"
            + resource
            + "', "
            + generation
            + ", 'EnsureStopped', '{}', 'OPEN', 'r',"
            + " timestamp '2030-01-01 00:00:00', 0, timestamp '2026-01-01 00:00:00', 0)");
  }

  private String hostOf(String instance) {
    return world.instance(instance).hostId();
  }

  private void sql(String statement) {
    try (Connection connection = database.connection();
        Statement run = connection.createStatement()) {
      run.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private int number(String question) {
    try (Connection connection = database.connection();
        Statement run = connection.createStatement();
        ResultSet rows = run.executeQuery(question)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(question, e);
    }
  }
}
