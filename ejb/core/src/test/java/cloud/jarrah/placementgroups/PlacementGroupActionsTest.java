package cloud.jarrah.placementgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.CreatePlacementGroupRequest;
import cloud.jarrah.api.ec2.DeletePlacementGroupRequest;
import cloud.jarrah.api.ec2.DescribePlacementGroupsRequest;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.PlacementGroupId;
import cloud.jarrah.api.ec2.PlacementGroupItem;
import cloud.jarrah.api.ec2.PlacementGroupName;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.placementgroups.boundary.CreatePlacementGroup;
import cloud.jarrah.placementgroups.boundary.DeletePlacementGroup;
import cloud.jarrah.placementgroups.boundary.DescribePlacementGroups;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacementGroupActionsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final PlacementGroupRepository REPOSITORY =
      new PlacementGroupRepository(DB.entityManager());
  private static final Tags TAGS = new Tags(new TagRepository(DB.entityManager()));
  private static final PlacementGroupItems ITEMS =
      new PlacementGroupItems(new Arns(() -> "jarrah-1"));
  private static final CreatePlacementGroup CREATE =
      new CreatePlacementGroup(REPOSITORY, new CountingIds(), new SettableTime(), TAGS, ITEMS);

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
  }

  private static CreatePlacementGroupRequest wish(
      @Nullable String name, @Nullable String strategy) {
    CreatePlacementGroupRequest request = new CreatePlacementGroupRequest();
    request.groupName = name;
    request.strategy = strategy;
    return request;
  }

  private static PlacementGroupItem create(Caller caller, CreatePlacementGroupRequest request) {
    return Objects.requireNonNull(Actions.run(DB, CREATE, request, caller).placementGroup);
  }

  private static List<PlacementGroupItem> describe(
      Caller caller, DescribePlacementGroupsRequest request) {
    return Actions.run(DB, new DescribePlacementGroups(REPOSITORY, TAGS, ITEMS), request, caller)
        .placementGroupSet;
  }

  private static DescribePlacementGroupsRequest named(String... names) {
    DescribePlacementGroupsRequest request = new DescribePlacementGroupsRequest();
    for (String name : names) {
      PlacementGroupName item = new PlacementGroupName();
      item.groupName = name;
      request.placementGroupSet.add(item);
    }
    return request;
  }

  private static boolean delete(Caller caller, String name) {
    DeletePlacementGroupRequest request = new DeletePlacementGroupRequest();
    request.groupName = name;
    GroupSeats seats = new GroupSeats(new GroupHostRepository(DB.entityManager()));
    return Actions.run(
            DB, new DeletePlacementGroup(REPOSITORY, seats, TAGS, ITEMS), request, caller)
        .success;
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void groupsAreShownAsTheyWereMade() {
    create(Callers.ALICE, wish("near", null));
    create(Callers.ALICE, wish("apart", "spread"));
    CreatePlacementGroupRequest parts = wish("parts", "partition");
    parts.partitionCount = 7;
    create(Callers.ALICE, parts);
    assertThat(describe(Callers.ALICE, named()))
        .extracting(g -> g.groupName, g -> g.strategy, g -> g.partitionCount, g -> g.spreadLevel)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("apart", "spread", null, "host"),
            org.assertj.core.groups.Tuple.tuple("near", "cluster", null, null),
            org.assertj.core.groups.Tuple.tuple("parts", "partition", 7, null));
  }

  @Test
  void groupsAreFoundByNameByIdAndByFilter() {
    PlacementGroupItem near = create(Callers.ALICE, wish("near", "cluster"));
    create(Callers.ALICE, wish("apart", "spread"));
    DescribePlacementGroupsRequest request = new DescribePlacementGroupsRequest();
    PlacementGroupId id = new PlacementGroupId();
    id.groupId = near.groupId;
    request.groupIdSet.add(id);
    assertThat(describe(Callers.ALICE, request)).extracting(g -> g.groupName).containsOnly("near");
    assertThat(describe(Callers.ALICE, named("apart"))).hasSize(1);
    DescribePlacementGroupsRequest filtered = named();
    Filter filter = new Filter();
    filter.name = "strategy";
    FilterValue value = new FilterValue();
    value.value = "spr*";
    filter.valueSet.add(value);
    filtered.filterSet.add(filter);
    assertThat(describe(Callers.ALICE, filtered))
        .extracting(g -> g.groupName)
        .containsOnly("apart");
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN,
        () -> describe(Callers.ALICE, named("near", "none")));
    id.groupId = "near";
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_ID_MALFORMED, () -> describe(Callers.ALICE, request));
  }

  @Test
  void whatIsNoGroupIsRefused() {
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> create(Callers.ALICE, wish(null, "spread")));
    for (String name : new String[] {" x", "x ", "ä", "a\nb", "x".repeat(256)}) {
      assertRefused(
          ErrorCode.INVALID_PARAMETER_VALUE, () -> create(Callers.ALICE, wish(name, "spread")));
    }
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> create(Callers.ALICE, wish("x", "far")));
    CreatePlacementGroupRequest parts = wish("x", "partition");
    parts.partitionCount = 8;
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> create(Callers.ALICE, parts));
    parts.strategy = "spread";
    assertRefused(ErrorCode.INVALID_PARAMETER_COMBINATION, () -> create(Callers.ALICE, parts));
    CreatePlacementGroupRequest level = wish("x", "cluster");
    level.spreadLevel = "host";
    assertRefused(ErrorCode.INVALID_PARAMETER_COMBINATION, () -> create(Callers.ALICE, level));
  }

  @Test
  void nameIsUniqueInItsAccountAndStrangersNeitherSeeNorDeleteIt() {
    PlacementGroupItem theirs = create(Callers.ALICE, wish("x", "spread"));
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_DUPLICATE,
        () -> create(Callers.ALICE, wish("x", "cluster")));
    assertThat(describe(Callers.BOB, named())).isEmpty();
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, () -> describe(Callers.BOB, named("x")));
    assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, () -> delete(Callers.BOB, "x"));
    create(Callers.BOB, wish("x", "cluster"));
    assertThat(delete(Callers.BOB, "x")).isTrue();
    assertThat(describe(Callers.ALICE, named()))
        .extracting(g -> g.groupId)
        .containsExactly(theirs.groupId);
    assertThat(delete(Callers.ALICE, "x")).isTrue();
    assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, () -> delete(Callers.ALICE, "x"));
  }
}
