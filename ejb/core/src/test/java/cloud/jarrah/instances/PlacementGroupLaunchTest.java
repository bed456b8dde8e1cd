package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.instances.testing.NamedFixtures;
import cloud.jarrah.instances.testing.Owner;
import cloud.jarrah.instances.testing.World;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the instances of a placement group go. */
class PlacementGroupLaunchTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  private World world;
  private Owner owner;

  @BeforeEach
  void threeHosts() {
    world = new World(DATABASE, 3);
    owner = new Owner(world);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private List<String> launch(int count, String group, @Nullable Integer partition) {
    return Owner.ids(owner.run(Owner.inGroup(count, count, group, partition)).instancesSet);
  }

  private List<String> hosts(List<String> ids) {
    return ids.stream().map(id -> world.instance(id).hostId()).toList();
  }

  private static void assertRefused(ErrorCode code, String text, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(text);
  }

  @Test
  void eachInstanceOfASpreadGroupHasAHostOfItsOwn() {
    owner.makesGroup("apart", "spread", null);
    assertThat(hosts(launch(3, "apart", null))).doesNotHaveDuplicates();
    assertRefused(
        ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY,
        "3 in use by the spread group 'apart' already",
        () -> launch(1, "apart", null));
  }

  @Test
  void aStoppedInstanceKeepsItsPlaceInTheGroupAndATerminatedOneGivesItUp() {
    owner.makesGroup("apart", "spread", null);
    List<String> ids = launch(3, "apart", null);
    ids.forEach(id -> owner.awaitsSettled(id, InstanceState.RUNNING));
    owner.stops(ids.get(0));
    owner.awaitsSettled(ids.get(0), InstanceState.STOPPED);
    assertRefused(
        ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY, "apart", () -> launch(1, "apart", null));
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_IN_USE, "apart", () -> owner.deletesGroup("apart"));
    owner.terminates(ids.get(0));
    owner.awaitsSettled(ids.get(0), InstanceState.TERMINATED);
    assertThat(hosts(launch(1, "apart", null))).isEqualTo(hosts(ids.subList(0, 1)));
  }

  @Test
  void anEmptyGroupCanBeDeletedAndIsThenUnknown() {
    owner.makesGroup("apart", "spread", null);
    String id = launch(1, "apart", null).get(0);
    owner.awaitsSettled(id, InstanceState.RUNNING);
    owner.terminates(id);
    owner.awaitsSettled(id, InstanceState.TERMINATED);
    owner.deletesGroup("apart");
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, "apart", () -> launch(1, "apart", null));
    assertThat(world.instance(id).residence().group()).isNotNull();
  }

  @Test
  void aHostServesOnePartitionOfAGroup() {
    owner.makesGroup("parts", "partition", 2);
    List<String> first = hosts(launch(2, "parts", 1));
    List<String> second = hosts(launch(2, "parts", 2));
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertRefused(
        ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY,
        "in use by another partition of the group 'parts'",
        () -> launch(24, "parts", 1));
  }

  @Test
  void withoutANumberThePartitionsAreFilledEvenly() {
    owner.makesGroup("parts", "partition", 3);
    List<String> ids = launch(6, "parts", null);
    assertThat(
            ids.stream()
                .map(
                    id ->
                        Objects.requireNonNull(world.instance(id).residence().group()).partition()))
        .containsExactlyInAnyOrder(1, 1, 2, 2, 3, 3);
    assertThat(hosts(ids).stream().distinct()).hasSize(3);
  }

  @Test
  void aClusterFillsTheHostsThatItHas() {
    owner.makesGroup("near", "cluster", null);
    List<String> hosts = hosts(launch(1, "near", null));
    assertThat(hosts(launch(7, "near", null))).containsOnly(hosts.get(0));
    assertThat(hosts(launch(1, "near", null))).doesNotContainAnyElementsOf(hosts);
  }

  /** Moves a host there and gives the zone addresses. */
  private void otherZoneHas(String host) {
    world.inTransaction(
        () ->
            DATABASE
                .entityManager()
                .createNativeQuery("update hosts set zone = :zone where id = :host")
                .setParameter("zone", NamedFixtures.OTHER_ZONE)
                .setParameter("host", host)
                .executeUpdate());
    world.inTransaction(
        () ->
            DATABASE
                .entityManager()
                .createNativeQuery(
                    "insert into subnets select 'subnet-other', :zone, vpc_id, cidr,"
                        + " next_address + 1000, last_address, 0 from subnets")
                .setParameter("zone", NamedFixtures.OTHER_ZONE)
                .executeUpdate());
  }

  private List<String> launchInZone(String group, @Nullable String zone) {
    RunInstancesRequest request = Owner.inGroup(1, 1, group, null);
    Objects.requireNonNull(request.placement).availabilityZone = zone;
    return Owner.ids(owner.run(request).instancesSet);
  }

  @Test
  void furtherMembersOfAClusterGoToItsZone() {
    otherZoneHas("host-00000003");
    owner.makesGroup("near", "cluster", null);
    assertThat(hosts(launchInZone("near", NamedFixtures.OTHER_ZONE)))
        .containsExactly("host-00000003");
    for (String zone : new String[] {null, ""}) {
      String id = launchInZone("near", zone).get(0);
      assertThat(world.instance(id).zone()).isEqualTo(NamedFixtures.OTHER_ZONE);
    }
    assertRefused(
        ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY,
        "outside the zone of the cluster group",
        () -> launchInZone("near", NamedFixtures.ZONE));
  }

  @Test
  void anEmptyClusterAndOtherGroupsGoToTheDefaultZone() {
    otherZoneHas("host-00000003");
    owner.makesGroup("near", "cluster", null);
    owner.makesGroup("apart", "spread", null);
    launchInZone("apart", NamedFixtures.OTHER_ZONE);
    for (String group : List.of("near", "apart")) {
      String id = launchInZone(group, null).get(0);
      assertThat(world.instance(id).zone()).isEqualTo(NamedFixtures.ZONE);
    }
  }

  @Test
  void theNoteTellsPolicyCandidatesAndGroup() {
    owner.makesGroup("parts", "partition", 2);
    String note = world.instance(launch(1, "parts", 2).get(0)).residence().note();
    assertThat(note)
        .startsWith("ROUNDROBIN chose host-0000000")
        .contains("candidates looked at: 3; of 3 hosts in the zone 0 were out of service")
        .contains("partition group parts, partition 2");
  }

  @Test
  void whatDoesNotFitTogetherIsRefused() {
    owner.makesGroup("apart", "spread", null);
    String id = owner.makesGroup("parts", "partition", 2);
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, "1 to 2", () -> launch(1, "parts", 3));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_COMBINATION, "partition", () -> launch(1, "apart", 1));
    RunInstancesRequest both = Owner.inGroup(1, 1, "parts", null);
    Objects.requireNonNull(both.placement).groupId = id;
    assertRefused(ErrorCode.INVALID_PARAMETER_COMBINATION, "together", () -> owner.run(both));
    RunInstancesRequest number = Owner.request(1, 1);
    number.placement = placement(null, 1);
    assertRefused(ErrorCode.INVALID_PARAMETER_COMBINATION, "needs", () -> owner.run(number));
    RunInstancesRequest malformed = Owner.request(1, 1);
    malformed.placement = placement("sg-1", null);
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_ID_MALFORMED, "sg-1", () -> owner.run(malformed));
  }

  private static PlacementRequest placement(@Nullable String groupId, @Nullable Integer partition) {
    PlacementRequest placement = new PlacementRequest();
    placement.groupId = groupId;
    placement.partitionNumber = partition;
    return placement;
  }
}
