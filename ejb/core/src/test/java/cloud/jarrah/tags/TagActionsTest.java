package cloud.jarrah.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.CreateTagsRequest;
import cloud.jarrah.api.ec2.DescribeTagsResponse;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagActionsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final TagUser ALICE = new TagUser(DB, Callers.ALICE);
  private static final TagUser BOB = new TagUser(DB, Callers.BOB);

  /** Alice's account ends with 1, Bob's with 2. */
  private static final List<String> BOTH = List.of("i-1", "key-1");

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static String[] tags(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "k" + i + "=v").toArray(String[]::new);
  }

  @Test
  void severalTagsGoOnSeveralResourcesAndReplaceValues() {
    ALICE.creates(BOTH, "Name=web", "empty=");
    ALICE.creates(BOTH, "Name=web", "empty=");
    ALICE.creates(List.of("i-1"), "Name=db", "name=other");
    assertThat(ALICE.sees())
        .containsExactly(
            "i-1 Name=db", "i-1 empty=", "i-1 name=other", "key-1 Name=web", "key-1 empty=");
    assertThat(BOB.sees()).isEmpty();
  }

  @Test
  void oneWrongResourceMeansThatNoneIsTagged() {
    assertRefused(
        ErrorCode.INVALID_KEY_PAIR_NOT_FOUND, () -> ALICE.creates(List.of("i-1", "key-2"), "a=b"));
    assertRefused(
        ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND, () -> BOB.creates(List.of("i-1"), "a=b"));
    assertRefused(ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND, () -> BOB.deletes(List.of("i-1")));
    for (String unknown : List.of("x-1", "machine", "", "-1", "in-1")) {
      assertRefused(ErrorCode.INVALID_ID, () -> ALICE.creates(List.of("i-1", unknown), "a=b"));
      assertRefused(ErrorCode.INVALID_ID, () -> ALICE.deletes(List.of(unknown)));
    }
    assertThat(ALICE.sees()).isEmpty();
  }

  @Test
  void aResourceHasAtMostFiftyTags() {
    ALICE.creates(List.of("i-1"), tags(0, 49));
    ALICE.creates(List.of("i-1"), "k0=other", "k49=v");
    assertRefused(ErrorCode.TAG_LIMIT_EXCEEDED, () -> ALICE.creates(BOTH, "one=more"));
    assertRefused(ErrorCode.TAG_LIMIT_EXCEEDED, () -> ALICE.creates(List.of("key-1"), tags(0, 51)));
    assertThat(ALICE.sees()).hasSize(50).contains("i-1 k0=other");
    DB.transactions()
        .run(
            () ->
                ALICE
                    .tags()
                    .put(
                        Callers.ALICE.accountId(), "instance", "i-1", Map.of("aws:made-by", "us")));
    assertThat(ALICE.sees()).as("the cloud's own do not count").hasSize(51);
  }

  @Test
  void impossibleTagsAreRefused() {
    String astral = "\ud83c\udf33";
    ALICE.creates(List.of("i-1"), astral.repeat(128) + "=" + astral.repeat(256));
    assertThat(ALICE.sees()).hasSize(1);
    for (String wrong :
        List.of(
            "=v",
            "x".repeat(129) + "=v",
            "k=" + "x".repeat(257),
            astral.repeat(129) + "=",
            "aws:k=v",
            "AWS:k=v")) {
      assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> ALICE.creates(List.of("i-1"), wrong));
    }
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE, () -> ALICE.creates(List.of("i-1"), "a=1", "a=2"));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> ALICE.deletes(BOTH, "aws:k"));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> ALICE.deletes(BOTH, "=v"));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> ALICE.creates(List.of("i-1")));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> ALICE.creates(List.of(), "a=b"));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> ALICE.deletes(List.of(), "a"));
    List<String> many = Collections.nCopies(1001, "i-1");
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> ALICE.creates(many, "a=b"));
    CreateTagsRequest nothing = new CreateTagsRequest();
    nothing.resourcesSet.add(TagUser.resource("i-1"));
    nothing.tagSet.add(new ResourceTag());
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> ALICE.creates(nothing));
    nothing.resourcesSet.add(TagUser.resource(null));
    nothing.tagSet.get(0).key = "k";
    assertRefused(ErrorCode.INVALID_ID, () -> ALICE.creates(nothing));
  }

  @Test
  void aTagIsDeletedByKeyOrByKeyAndValue() {
    ALICE.creates(BOTH, "a=1", "b=2", "c=", "d=4");
    ALICE.deletes(BOTH, "a", "b=other", "c=", "d=", "none");
    assertThat(ALICE.sees()).containsExactly("i-1 b=2", "i-1 d=4", "key-1 b=2", "key-1 d=4");
    ALICE.deletes(List.of("i-1"), "b=1", "b=2", "D");
    ALICE.deletes(List.of("i-1"), "b=2");
    assertThat(ALICE.sees()).containsExactly("i-1 d=4", "key-1 b=2", "key-1 d=4");
  }

  @Test
  void withoutTagsAllOfTheCallersGo() {
    ALICE.creates(BOTH, "a=1", "b=2");
    DB.transactions()
        .run(
            () -> {
              ALICE.tags().put(Callers.ALICE.accountId(), "instance", "i-1", Map.of("aws:x", "y"));
              ALICE.tags().put(Callers.BOB.accountId(), "instance", "i-1", Map.of("bob", "s"));
            });
    ALICE.deletes(List.of("i-1"));
    assertThat(ALICE.sees()).containsExactly("i-1 aws:x=y", "key-1 a=1", "key-1 b=2");
    assertThat(BOB.sees()).containsExactly("i-1 bob=s");
  }

  @Test
  void tagsGoWithTheirResourceWhosesoeverTheyAre() {
    ALICE.creates(BOTH, "a=1");
    DB.transactions()
        .run(() -> ALICE.tags().put(Callers.BOB.accountId(), "instance", "i-1", Map.of("b", "s")));
    DB.transactions().run(() -> ALICE.tags().remove("i-1"));
    assertThat(ALICE.sees()).containsExactly("key-1 a=1");
    assertThat(BOB.sees()).isEmpty();
  }

  @Test
  void tagsAreFoundByTheDocumentedFilters() {
    ALICE.creates(List.of("i-1", "i-11"), "Name=web", "stage=Test");
    ALICE.creates(List.of("key-1"), "Name=ssh*", "web=Name");
    assertThat(ALICE.sees("key", "stage", "web"))
        .containsExactly("i-1 stage=Test", "i-11 stage=Test", "key-1 web=Name");
    assertThat(ALICE.sees("key", "Stage")).isEmpty();
    assertThat(ALICE.sees("value", "test")).isEmpty();
    assertThat(ALICE.sees("value", "?es*")).hasSize(2);
    assertThat(ALICE.sees("value", "ssh\\*")).containsExactly("key-1 Name=ssh*");
    assertThat(ALICE.sees("resource-id", "i-1?")).hasSize(2);
    assertThat(ALICE.sees("resource-type", "key-pair")).hasSize(2);
    assertThat(ALICE.sees("tag:Name", "web")).containsExactly("i-1 Name=web", "i-11 Name=web");
    assertThat(ALICE.sees("tag:name", "web")).isEmpty();
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> ALICE.sees("colour", "red"));
  }

  @Test
  void pagesTogetherAreTheWholeList() {
    ALICE.creates(List.of("i-1"), tags(10, 22));
    List<String> all = new ArrayList<>();
    String token = null;
    do {
      String next = token;
      DescribeTagsResponse page =
          ALICE.describes(
              request -> {
                request.maxResults = 5;
                request.nextToken = next;
              });
      all.addAll(TagUser.shown(page));
      token = page.nextToken;
    } while (token != null);
    assertThat(all).isEqualTo(ALICE.sees()).hasSize(12);
    String alices = ALICE.describes(request -> request.maxResults = 5).nextToken;
    assertRefused(
        ErrorCode.INVALID_PAGINATION_TOKEN,
        () -> BOB.describes(request -> request.nextToken = alices));
    for (int wrong : new int[] {0, 4, 1001}) {
      assertRefused(
          ErrorCode.INVALID_PARAMETER_VALUE,
          () -> ALICE.describes(request -> request.maxResults = wrong));
    }
  }
}
