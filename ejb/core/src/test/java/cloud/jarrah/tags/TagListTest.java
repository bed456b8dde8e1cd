package cloud.jarrah.tags;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ec2.DescribeTagsResponse;
import cloud.jarrah.platform.filters.ExactValues;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.Statements;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.tags.entity.TagRepository.Described;
import cloud.jarrah.tags.entity.TagRepository.Place;
import cloud.jarrah.tags.entity.TagRepository.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What DescribeTags reads, and in which order it comes. */
class TagListTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final TagUser ALICE = new TagUser(DB, Callers.ALICE);
  private static final ExactValues ANY = new ExactValues(null);

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
  }

  private static List<String> read(Wanted wanted, @Nullable Place after, int most) {
    return DB.transactions()
        .requiresNew(
            () ->
                ALICE.repository().list(Callers.ALICE.accountId(), wanted, after, most).stream()
                    .map(TagListTest::shown)
                    .toList());
  }

  private static String shown(Described tag) {
    return tag.resourceId() + " " + tag.key();
  }

  private static ExactValues only(String... values) {
    return new ExactValues(Set.of(values));
  }

  private static void pages(List<String> all, String filter, String value) {
    String token = null;
    do {
      String next = token;
      DescribeTagsResponse page =
          ALICE.describes(
              request -> {
                request.maxResults = 5;
                request.nextToken = next;
                request.filterSet.add(TagUser.filter(filter, value));
              });
      all.addAll(TagUser.shown(page));
      token = page.nextToken;
    } while (token != null);
  }

  @Test
  void onlyWhatIsAskedForIsRead() {
    ALICE.creates(List.of("i-1", "i-11", "key-1"), "a=1", "b=2", "c=3");
    assertThat(read(new Wanted(only("i-11", "i-2"), ANY, ANY), null, 9))
        .containsExactly("i-11 a", "i-11 b", "i-11 c");
    assertThat(read(new Wanted(ANY, only("key-pair"), only("a", "c", "d")), null, 9))
        .containsExactly("key-1 a", "key-1 c");
    assertThat(read(Wanted.ALL, new Place("i-1", "c"), 2)).containsExactly("i-11 a", "i-11 b");
    assertThat(read(new Wanted(ANY, ANY, only("b")), new Place("i-11", "b"), 2))
        .containsExactly("key-1 b");
    assertThat(read(new Wanted(new ExactValues(Set.of()), ANY, ANY), null, 9)).isEmpty();
  }

  @Test
  void aPageTakesOneStatementAndLeavesNoTagInMemory() {
    ALICE.creates(List.of("i-1", "i-11"), "a=1", "b=2", "c=3", "d=4");
    Runnable page =
        () ->
            ALICE.describes(
                request -> {
                  request.maxResults = 5;
                  request.filterSet.add(TagUser.filter("resource-type", "instance"));
                });
    assertThat(Statements.of(DB, page)).isEqualTo(1);
    assertThat(Statements.entitiesOf(DB, page)).isZero();
  }

  @Test
  void tagsComeByTheNumbersOfTheirCharacters() {
    ALICE.creates(List.of("key-1", "i-11", "i-1"), "b=", "B=", "a-b=", "a b=", "aa=", "\u00e4=");
    assertThat(read(new Wanted(only("i-1"), ANY, ANY), null, 9))
        .containsExactly("i-1 B", "i-1 a b", "i-1 a-b", "i-1 aa", "i-1 b", "i-1 \u00e4");
    List<String> all = new ArrayList<>();
    pages(all, "resource-id", "*");
    assertThat(all).isEqualTo(ALICE.sees()).hasSize(18);
    assertThat(all.get(6)).startsWith("i-11 ");
  }

  @Test
  void whatOnlyAPatternChoosesIsFoundHoweverFarApart() {
    for (int i = 0; i < 40; i++) {
      ALICE.creates(List.of("i-" + i + "1"), "k=" + (i % 6 == 0 ? "wanted" : "other"), "l=other");
    }
    List<String> all = new ArrayList<>();
    pages(all, "value", "w*ted");
    assertThat(all).hasSize(7).isSorted().allMatch(tag -> tag.endsWith(" k=wanted"));
  }

  @Test
  void filtersOfOneNameMustAllHold() {
    ALICE.creates(List.of("i-1", "key-1"), "a=1", "b*=2", "c=3");
    DescribeTagsResponse answer =
        ALICE.describes(
            request -> {
              request.filterSet.add(TagUser.filter("key", "a", "b\\*"));
              request.filterSet.add(TagUser.filter("key", "?\\*", "c"));
              request.filterSet.add(TagUser.filter("resource-id", "key-1", "i-?"));
            });
    assertThat(TagUser.shown(answer)).containsExactly("i-1 b*=2", "key-1 b*=2");
    assertThat(ALICE.sees("key", "a", "no\0thing")).hasSize(2);
    assertThat(ALICE.sees("tag:c", "3", "4")).containsExactly("i-1 c=3", "key-1 c=3");
  }
}
