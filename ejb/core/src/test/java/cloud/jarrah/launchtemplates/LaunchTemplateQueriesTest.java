package cloud.jarrah.launchtemplates;

import static cloud.jarrah.launchtemplates.TemplateActions.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TaggableTemplates;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.Statements;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the actions on launch templates ask of the database, and what is left there. */
class LaunchTemplateQueriesTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final TemplateActions ACTIONS = new TemplateActions(DB);
  private static final String ALICE = Callers.ALICE.accountId();

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
    TestAccounts.add(DB, Callers.ALICE, Callers.BOB);
  }

  private static String create(String name) {
    return String.valueOf(ACTIONS.create(Callers.ALICE, name).launchTemplateId);
  }

  private static List<String> several() {
    return IntStream.range(0, 4).mapToObj(i -> create("named-" + i)).toList();
  }

  private static String withVersions(String name) {
    String id = create(name);
    for (int i = 2; i <= TemplateActions.MOST_VERSIONS; i++) {
      ACTIONS.addVersion(Callers.ALICE, id, type("t" + i), r -> {});
    }
    return id;
  }

  private static void assertSameEffort(Runnable one, Runnable many) {
    assertThat(Statements.of(DB, many)).isEqualTo(Statements.of(DB, one));
  }

  private static List<Long> shown(String id, String... words) {
    return ACTIONS.numbers(
        Callers.ALICE,
        r -> {
          r.launchTemplateId = id;
          r.launchTemplateVersionSet.addAll(List.of(words));
        });
  }

  @Test
  void versionsOfATemplateAreReadTogether() {
    String id = withVersions("many");
    assertSameEffort(
        () -> assertThat(shown(id, "2")).containsExactly(2L),
        () -> assertThat(shown(id)).containsExactly(4L, 3L, 2L, 1L));
  }

  @Test
  void versionsOfManyTemplatesAreReadTogether() {
    withVersions("many");
    Runnable latest =
        () ->
            assertThat(
                    ACTIONS.versions(Callers.ALICE, r -> r.launchTemplateVersionSet.add("$Latest"))
                        .launchTemplateVersionSet)
                .extracting(item -> Objects.requireNonNull(item.versionNumber))
                .startsWith(4L)
                .allMatch(number -> number == 4L || number == 1L);
    long effort = Statements.of(DB, latest);
    several();
    assertThat(Statements.of(DB, latest)).isEqualTo(effort);
  }

  @Test
  void pagesOfVersionsAreTogetherTheWholeList() {
    withVersions("one");
    withVersions("two");
    several();
    List<List<String>> all = versions(null);
    assertThat(all).hasSize(1);
    assertThat(all.get(0)).hasSize(6).isSorted().doesNotHaveDuplicates();
    for (int most : new int[] {1, 4}) {
      List<List<String>> pages = versions(most);
      assertThat(pages).allMatch(page -> !page.isEmpty() && page.size() <= most);
      assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(all.get(0));
    }
  }

  /** The latest versions of all templates, page by page. */
  private static List<List<String>> versions(@Nullable Integer most) {
    List<List<String>> pages = new ArrayList<>();
    String token = null;
    do {
      String next = token;
      var page =
          ACTIONS.versions(
              Callers.ALICE,
              r -> {
                r.launchTemplateVersionSet.add("$Latest");
                r.maxResults = most;
                r.nextToken = next;
              });
      pages.add(page.launchTemplateVersionSet.stream().map(v -> v.launchTemplateId + "").toList());
      token = page.nextToken;
    } while (token != null);
    return pages;
  }

  @Test
  void namedTemplatesAreFoundTogether() {
    List<String> ids = several();
    assertSameEffort(
        () -> ACTIONS.describe(Callers.ALICE, r -> r.launchTemplateNameSet.add("named-1")),
        () ->
            assertThat(
                    ACTIONS.describe(
                            Callers.ALICE,
                            r -> {
                              r.launchTemplateIdSet.addAll(
                                  List.of(ids.get(2), ids.get(0).toUpperCase(Locale.ROOT)));
                              r.launchTemplateNameSet.addAll(
                                  List.of("named-3", "named-0", "named-1"));
                            })
                        .launchTemplates)
                .extracting(t -> t.launchTemplateName)
                .containsExactly("named-0", "named-1", "named-2", "named-3"));
  }

  @Test
  void versionsAreDeletedTogether() {
    String id = withVersions("many");
    String other = withVersions("other");
    assertSameEffort(
        () -> ACTIONS.deleteVersions(Callers.ALICE, id, "2"),
        () -> ACTIONS.deleteVersions(Callers.ALICE, id, "3", "4"));
    assertThat(shown(id)).containsExactly(1L);
    assertThat(shown(id, "$Latest")).containsExactly(1L);
    assertThat(shown(other)).hasSize(4);
  }

  @Test
  void templatesAreLockedTogether() {
    List<String> ids = several();
    TaggableTemplates kind =
        new TaggableTemplates(
            new NamedTemplates(
                new LaunchTemplateRepository(DB.entityManager()), new Arns(() -> "jarrah-1")));
    long statements =
        Statements.of(
            DB,
            () ->
                assertThat(
                        DB.transactions().requiresNew(() -> kind.require(ALICE, Set.copyOf(ids))))
                    .containsExactlyElementsOf(ids));
    assertThat(statements).isEqualTo(1);
    assertThatThrownBy(
            () ->
                DB.transactions()
                    .requiresNew(() -> kind.require(ALICE, Set.of(ids.get(0), "lt-00000000"))))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND));
  }

  @Test
  void tokensAreRememberedForADay() {
    String id = create("one");
    Runnable again =
        () -> ACTIONS.addVersion(Callers.ALICE, id, type("t2"), r -> r.clientToken = "k");
    again.run();
    assertThat(ACTIONS.tokensForgottenAfter(Duration.ofHours(24))).isZero();
    again.run();
    assertThat(shown(id)).hasSize(2);
    assertThat(ACTIONS.tokensForgottenAfter(Duration.ofSeconds(1))).isEqualTo(1);
    again.run();
    assertThat(shown(id)).hasSize(3);
  }
}
