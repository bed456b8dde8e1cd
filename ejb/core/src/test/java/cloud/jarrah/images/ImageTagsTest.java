package cloud.jarrah.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeImagesRequest;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.ImageItem;
import cloud.jarrah.images.boundary.DescribeImages;
import cloud.jarrah.images.control.TaggableImages;
import cloud.jarrah.images.entity.Image;
import cloud.jarrah.images.entity.ImageContent;
import cloud.jarrah.images.entity.ImageDescription;
import cloud.jarrah.images.entity.ImageKind;
import cloud.jarrah.images.entity.ImageRepository;
import cloud.jarrah.node.InstanceSpec.DiskFormat;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.Statements;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags of images, which each account has for itself. */
class ImageTagsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final ImageRepository REPOSITORY = new ImageRepository(DB.entityManager());
  private static final Tags TAGS = new Tags(new TagRepository(DB.entityManager()));
  private static final String PUBLIC = "ami-0000000a";
  private static final String PRIVATE = "ami-0000000b";

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void aPublicAndAPrivateImageOfAlice() {
    DB.clear();
    TestAccounts.add(DB, Callers.ALICE, Callers.BOB);
    DB.transactions()
        .run(
            () -> {
              REPOSITORY.add(image(PUBLIC, true));
              REPOSITORY.add(image(PRIVATE, false));
            });
  }

  private static Image image(String id, boolean shared) {
    return new Image(
        id,
        Callers.ALICE.accountId(),
        new ImageDescription(
            ImageKind.MACHINE,
            id,
            null,
            "x86_64",
            null,
            null,
            "/dev/sda1",
            shared,
            new ImageContent(DiskFormat.RAW, 1, 1, "0"),
            "here"),
        Instant.parse("2026-03-01T12:00:00Z"));
  }

  private static void tag(Caller caller, String id, String value) {
    DB.transactions()
        .run(
            () ->
                TAGS.put(
                    caller.accountId(),
                    "image",
                    new TaggableImages(REPOSITORY).require(caller.accountId(), Set.of(id)),
                    Map.of("Name", value)));
  }

  private static List<ImageItem> find(Caller caller, String filter, String value) {
    FilterValue item = new FilterValue();
    item.value = value;
    Filter asked = new Filter();
    asked.name = filter;
    asked.valueSet.add(item);
    DescribeImagesRequest request = new DescribeImagesRequest();
    request.filterSet.add(asked);
    DescribeImages action = new DescribeImages(REPOSITORY, new Paging(TestKeys.fixed()), TAGS);
    return Actions.run(DB, action, request, caller).imagesSet;
  }

  @Test
  void everyAccountHasItsOwnTagsOnAPublicImage() {
    tag(Callers.ALICE, PUBLIC.toUpperCase(Locale.ROOT), "alices");
    tag(Callers.BOB, PUBLIC, "bobs");
    assertThat(find(Callers.ALICE, "tag:Name", "alices"))
        .singleElement()
        .satisfies(
            item -> assertThat(item.tagSet).extracting(t -> t.value).containsExactly("alices"));
    assertThat(find(Callers.BOB, "tag-value", "alices")).isEmpty();
    assertThat(find(Callers.BOB, "tag-key", "Name")).hasSize(1);
    assertThat(find(Callers.ALICE, "image-id", PRIVATE).get(0).tagSet).isNull();
  }

  @Test
  void whatIsNotVisibleCannotBeTagged() {
    for (String id : List.of(PRIVATE, "ami-0000000c")) {
      assertThatThrownBy(() -> tag(Callers.BOB, id, "x"))
          .isInstanceOfSatisfying(
              ApiException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_AMI_ID_NOT_FOUND));
    }
    assertThatThrownBy(() -> tag(Callers.BOB, "ami-c", "x"))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_AMI_ID_MALFORMED));
  }

  @Test
  void imagesAreLockedTogetherAndNotForOneCallerAlone() {
    TaggableImages kind = new TaggableImages(REPOSITORY);
    String alice = Callers.ALICE.accountId();
    String bob = Callers.BOB.accountId();
    Runnable both =
        () ->
            DB.transactions()
                .run(
                    () ->
                        assertThat(kind.require(alice, Set.of(PUBLIC, PRIVATE)))
                            .containsExactly(PUBLIC, PRIVATE));
    assertThat(Statements.of(DB, both)).isEqualTo(1);
    // H2 knows no shared locks.
    if (DB.isPostgresql()) {
      DB.transactions()
          .run(
              () -> {
                kind.require(alice, Set.of(PUBLIC));
                DB.transactions()
                    .requiresNew(
                        () -> {
                          DB.entityManager()
                              .createNativeQuery("set local lock_timeout = '2s'")
                              .executeUpdate();
                          return kind.require(bob, Set.of(PUBLIC));
                        });
              });
    }
  }
}
