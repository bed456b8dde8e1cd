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
import cloud.jarrah.api.ec2.PlacementGroupItem;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.hosts.control.GroupSeats;
import cloud.jarrah.hosts.entity.GroupHostRepository;
import cloud.jarrah.placementgroups.boundary.CreatePlacementGroup;
import cloud.jarrah.placementgroups.boundary.DeletePlacementGroup;
import cloud.jarrah.placementgroups.boundary.DescribePlacementGroups;
import cloud.jarrah.placementgroups.control.PlacementGroupItems;
import cloud.jarrah.placementgroups.control.TaggablePlacementGroups;
import cloud.jarrah.placementgroups.entity.PlacementGroup;
import cloud.jarrah.placementgroups.entity.PlacementGroupRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags of placement groups. */
class PlacementGroupTagsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final PlacementGroupRepository REPOSITORY =
      new PlacementGroupRepository(DB.entityManager());
  private static final Tags TAGS = new Tags(new TagRepository(DB.entityManager()));
  private static final TaggablePlacementGroups TAGGABLE = new TaggablePlacementGroups(REPOSITORY);
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
    TestAccounts.add(DB, Callers.ALICE, Callers.BOB);
  }

  /** With its name in a tag for a resource of a type, or without tags. */
  private static PlacementGroupItem create(String name, @Nullable String type) {
    CreatePlacementGroupRequest request = new CreatePlacementGroupRequest();
    request.groupName = name;
    request.strategy = "spread";
    if (type != null) {
      ResourceTag tag = new ResourceTag();
      tag.key = "Name";
      tag.value = name;
      TagSpecification specification = new TagSpecification();
      specification.resourceType = type;
      specification.tagSet.add(tag);
      request.tagSpecificationSet.add(specification);
    }
    return Objects.requireNonNull(Actions.run(DB, CREATE, request, Callers.ALICE).placementGroup);
  }

  private static boolean delete(String name) {
    DeletePlacementGroupRequest request = new DeletePlacementGroupRequest();
    request.groupName = name;
    GroupSeats seats = new GroupSeats(new GroupHostRepository(DB.entityManager()));
    return Actions.run(
            DB, new DeletePlacementGroup(REPOSITORY, seats, TAGS, ITEMS), request, Callers.ALICE)
        .success;
  }

  private static List<PlacementGroupItem> find(String filter, String value) {
    FilterValue item = new FilterValue();
    item.value = value;
    Filter asked = new Filter();
    asked.name = filter;
    asked.valueSet.add(item);
    DescribePlacementGroupsRequest request = new DescribePlacementGroupsRequest();
    request.filterSet.add(asked);
    return Actions.run(
            DB, new DescribePlacementGroups(REPOSITORY, TAGS, ITEMS), request, Callers.ALICE)
        .placementGroupSet;
  }

  private static Set<String> require(Caller caller, String... ids) {
    return DB.transactions().requiresNew(() -> TAGGABLE.require(caller.accountId(), Set.of(ids)));
  }

  private static int storedTags() {
    TagRepository stored = new TagRepository(DB.entityManager());
    return DB.transactions()
        .requiresNew(
            () ->
                stored
                    .list(Callers.ALICE.accountId(), TagRepository.Wanted.ALL, null, 1000)
                    .size());
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void tagsAreShownFoundAndDeletedWithTheGroup() {
    PlacementGroupItem apart = create("apart", "placement-group");
    assertThat(Objects.requireNonNull(apart.tagSet))
        .extracting(tag -> tag.key + "=" + tag.value)
        .containsExactly("Name=apart");
    assertThat(create("plain", null).tagSet).isNull();
    assertThat(find("strategy", "spread"))
        .extracting(group -> group.groupName + (group.tagSet == null ? 0 : group.tagSet.size()))
        .containsExactly("apart1", "plain0");
    assertThat(find("tag:Name", "ap*")).extracting(g -> g.groupName).containsExactly("apart");
    assertThat(find("tag:Name", "AP*")).isEmpty();
    assertThat(find("tag:name", "apart")).isEmpty();
    assertThat(find("tag-key", "N?me")).extracting(g -> g.groupId).containsExactly(apart.groupId);
    delete("apart");
    assertThat(storedTags()).isZero();
  }

  @Test
  void tagsOfOtherTypesAndUnknownFiltersAreRefusedAndNothingIsMade() {
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> create("l", "instance"));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> create("l", ""));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> find("tag-value", "k"));
    assertThat(find("group-name", "*")).isEmpty();
  }

  @Test
  void onlyTheOwnersGroupsCanBeTagged() {
    String one = String.valueOf(create("one", null).groupId);
    String two = String.valueOf(create("two", null).groupId);
    assertThat(require(Callers.ALICE, one, two)).containsExactlyInAnyOrder(one, two);
    assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, () -> require(Callers.BOB, one, two));
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN,
        () -> require(Callers.ALICE, one, "pg-0123456789abcdef0"));
    assertRefused(
        ErrorCode.INVALID_PLACEMENT_GROUP_ID_MALFORMED,
        () -> require(Callers.ALICE, one, "pg-one"));
  }

  @Test
  void aGroupThatIsBeingTaggedIsLocked() {
    String id = String.valueOf(create("held", null).groupId);
    if (DB.isPostgresql()) {
      DB.transactions()
          .run(
              () -> {
                TAGGABLE.require(Callers.ALICE.accountId(), Set.of(id));
                assertThatThrownBy(() -> lockSoon(id)).isInstanceOf(RuntimeException.class);
              });
    }
    DB.transactions().run(() -> assertThat(lockSoon(id)).isPresent());
  }

  private static Optional<PlacementGroup> lockSoon(String id) {
    return DB.transactions()
        .requiresNew(
            () -> {
              if (DB.isPostgresql()) {
                DB.entityManager()
                    .createNativeQuery("set local lock_timeout = '500ms'")
                    .executeUpdate();
              }
              return REPOSITORY.lock(id, LockModeType.PESSIMISTIC_WRITE);
            });
  }

  @Test
  void aGroupThatIsBeingTaggedIsDeletedWithThoseTags() throws Exception {
    String id = String.valueOf(create("late", null).groupId);
    CompletableFuture<Boolean> deletion =
        DB.transactions()
            .requiresNew(
                () -> {
                  TAGGABLE.require(Callers.ALICE.accountId(), Set.of(id));
                  CompletableFuture<Boolean> begun =
                      CompletableFuture.supplyAsync(() -> delete("late"));
                  TAGS.put(Callers.ALICE.accountId(), "placement-group", id, Map.of("late", "yes"));
                  return begun;
                });
    assertThat(deletion.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(storedTags()).isZero();
    assertRefused(ErrorCode.INVALID_PLACEMENT_GROUP_UNKNOWN, () -> require(Callers.ALICE, id));
  }
}
