package cloud.jarrah.launchtemplates;

import static cloud.jarrah.launchtemplates.TemplateActions.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeLaunchTemplatesResponse;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchTemplateListsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final TemplateActions ACTIONS = new TemplateActions(DB);

  @AfterAll
  static void close() {
    DB.close();
  }

  @BeforeEach
  void clear() {
    DB.clear();
    TestAccounts.add(DB, Callers.ALICE, Callers.BOB);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Filter filter(String name, String value) {
    Filter filter = new Filter();
    filter.name = name;
    FilterValue item = new FilterValue();
    item.value = value;
    filter.valueSet.add(item);
    return filter;
  }

  /** A template with three versions, t1 to t3 by their types. */
  private static @Nullable String three() {
    String id = ACTIONS.create(Callers.ALICE, "three", type("t1"), r -> {}).launchTemplateId;
    ACTIONS.addVersion(Callers.ALICE, id, type("t2"), r -> {});
    ACTIONS.addVersion(Callers.ALICE, id, type("t3"), r -> r.versionDescription = "third");
    return id;
  }

  @Test
  void versionsAreChosenByWordNumberRangeAndFilter() {
    String id = three();
    ACTIONS.chooseDefault(Callers.ALICE, id, "2", null);
    assertThat(ACTIONS.numbers(Callers.ALICE, r -> r.launchTemplateId = id))
        .containsExactly(3L, 2L, 1L);
    assertThat(chosen(id, "$Latest", "$Default", "2")).containsExactly(3L, 2L);
    assertThat(chosen(null, "$Latest")).containsExactly(3L);
    assertThat(chosen(null, "$Latest", "$Default")).containsExactly(3L, 2L);
    assertThat(
            ACTIONS.numbers(
                Callers.ALICE,
                r -> {
                  r.launchTemplateId = id;
                  r.minVersion = "2";
                  r.maxVersion = "2";
                }))
        .containsExactly(2L);
    assertThat(
            ACTIONS.numbers(
                Callers.ALICE,
                r -> {
                  r.launchTemplateId = id;
                  r.filterSet.add(filter("is-default-version", "false"));
                  r.filterSet.add(filter("instance-type", "t*"));
                }))
        .containsExactly(3L, 1L);
    assertRefused(ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_VERSION_NOT_FOUND, () -> chosen(id, "4"));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> chosen(id, "latest"));
    assertRefused(ErrorCode.INVALID_PARAMETER_VALUE, () -> chosen(null, "1"));
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> chosen(null));
  }

  private static List<Long> chosen(@Nullable String id, String... words) {
    return ACTIONS.numbers(
        Callers.ALICE,
        r -> {
          r.launchTemplateId = id;
          r.launchTemplateVersionSet.addAll(List.of(words));
        });
  }

  @Test
  void versionsComeInPages() {
    String id = three();
    var first =
        ACTIONS.versions(
            Callers.ALICE,
            r -> {
              r.launchTemplateId = id;
              r.maxResults = 2;
            });
    assertThat(first.launchTemplateVersionSet)
        .extracting(item -> item.versionNumber)
        .containsExactly(3L, 2L);
    assertThat(
            ACTIONS.numbers(
                Callers.ALICE,
                r -> {
                  r.launchTemplateId = id;
                  r.maxResults = 2;
                  r.nextToken = first.nextToken;
                }))
        .containsExactly(1L);
    assertRefused(
        ErrorCode.INVALID_PAGINATION_TOKEN,
        () -> ACTIONS.describe(Callers.BOB, r -> r.nextToken = first.nextToken));
  }

  @Test
  void templatesAreFoundByIdNameAndFilterInPages() {
    String one = ACTIONS.create(Callers.ALICE, "one").launchTemplateId;
    ACTIONS.create(Callers.ALICE, "two");
    DescribeLaunchTemplatesResponse first = ACTIONS.describe(Callers.ALICE, r -> r.maxResults = 1);
    assertThat(names(first)).containsExactly("one");
    assertThat(names(ACTIONS.describe(Callers.ALICE, r -> r.nextToken = first.nextToken)))
        .containsExactly("two");
    assertThat(
            names(
                ACTIONS.describe(
                    Callers.ALICE,
                    r -> {
                      r.launchTemplateIdSet.add(String.valueOf(one));
                      r.launchTemplateNameSet.add("two");
                    })))
        .containsExactly("one", "two");
    assertThat(
            names(
                ACTIONS.describe(
                    Callers.ALICE, r -> r.filterSet.add(filter("launch-template-name", "t?o")))))
        .containsExactly("two");
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ACTIONS.describe(Callers.ALICE, r -> r.filterSet.add(filter("colour", "red"))));
  }

  private static List<String> names(DescribeLaunchTemplatesResponse response) {
    return response.launchTemplates.stream()
        .map(t -> String.valueOf(t.launchTemplateName))
        .toList();
  }
}
