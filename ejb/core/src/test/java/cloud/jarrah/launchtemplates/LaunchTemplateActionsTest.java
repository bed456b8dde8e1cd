package cloud.jarrah.launchtemplates;

import static cloud.jarrah.launchtemplates.TemplateActions.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsResponse;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateItem;
import cloud.jarrah.api.ec2.LaunchTemplateVersionItem;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchTemplateActionsTest {
  private static final TestDatabase DB = TestDatabase.create();
  private static final TemplateActions ACTIONS = new TemplateActions(DB);
  private static final String NOWHERE = "lt-0123456789abcdef0";

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

  private static LaunchTemplateData data(LaunchTemplateVersionItem item) {
    return Objects.requireNonNull(item.launchTemplateData);
  }

  /** A template with three versions, t1 to t3 by their types. */
  private static @Nullable String three() {
    String id = ACTIONS.create(Callers.ALICE, "three", type("t1"), r -> {}).launchTemplateId;
    ACTIONS.addVersion(Callers.ALICE, id, type("t2"), r -> {});
    ACTIONS.addVersion(Callers.ALICE, id, type("t3"), r -> r.versionDescription = "third");
    return id;
  }

  @Test
  void newTemplateHasOneVersionWhichIsItsDefault() {
    LaunchTemplateItem made = ACTIONS.create(Callers.ALICE, "a/b(c).d-e_f");
    assertThat(made.launchTemplateId).startsWith("lt-");
    assertThat(made.createdBy).isEqualTo(Callers.ALICE.identity().arn());
    assertThat(made.defaultVersionNumber).isEqualTo(1);
    assertThat(made.latestVersionNumber).isEqualTo(1);
    assertThat(
            ACTIONS.versions(Callers.ALICE, r -> r.launchTemplateName = "a/b(c).d-e_f")
                .launchTemplateVersionSet)
        .singleElement()
        .satisfies(
            version -> {
              assertThat(version.defaultVersion).isTrue();
              assertThat(data(version).instanceType).isEqualTo("m1.small");
              assertThat(data(version).imageId).isNull();
            });
  }

  @Test
  void nameIsUniqueInItsAccountOnly() {
    ACTIONS.create(Callers.ALICE, "web");
    ACTIONS.create(Callers.BOB, "web");
    ACTIONS.create(Callers.ALICE, "Web");
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_ALREADY_EXISTS,
        () -> ACTIONS.create(Callers.ALICE, "web"));
  }

  @Test
  void impossibleNamesAndDescriptionsAreRefused() {
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> ACTIONS.create(Callers.ALICE, null));
    for (String wrong : new String[] {"ab", "a b", "x".repeat(129), "a\nbc", "ä$%", "abc "}) {
      assertRefused(
          ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_MALFORMED,
          () -> ACTIONS.create(Callers.ALICE, wrong));
    }
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () ->
            ACTIONS.create(
                Callers.ALICE, "abc", type("t"), r -> r.versionDescription = "d".repeat(256)));
  }

  @Test
  void dataOfImpossibleFormAreRefused() {
    assertRefused(
        ErrorCode.MISSING_PARAMETER, () -> ACTIONS.create(Callers.ALICE, "abc", null, r -> {}));
    assertRefused(
        ErrorCode.MISSING_PARAMETER,
        () -> ACTIONS.create(Callers.ALICE, "abc", new LaunchTemplateData(), r -> {}));
    LaunchTemplateData image = new LaunchTemplateData();
    image.imageId = "resolve:ssm:/a";
    assertRefused(
        ErrorCode.INVALID_AMI_ID_MALFORMED,
        () -> ACTIONS.create(Callers.ALICE, "abc", image, r -> {}));
    LaunchTemplateData userData = new LaunchTemplateData();
    userData.userData = "A".repeat(24_000);
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ACTIONS.create(Callers.ALICE, "abc", userData, r -> {}));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ACTIONS.create(Callers.ALICE, "abc", type("m1 small"), r -> {}));
    LaunchTemplateData groups = new LaunchTemplateData();
    groups.securityGroupSet.add("a\u0000b");
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ACTIONS.create(Callers.ALICE, "abc", groups, r -> {}));
  }

  @Test
  void repeatedRequestMakesNothingNewAndAnotherOneWithItsTokenIsRefused() {
    String id =
        ACTIONS.create(Callers.ALICE, "web", type("t1"), r -> r.clientToken = "k").launchTemplateId;
    assertThat(
            ACTIONS.create(Callers.ALICE, "web", type("t1"), r -> r.clientToken = "k")
                .launchTemplateId)
        .isEqualTo(id);
    assertRefused(
        ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
        () -> ACTIONS.create(Callers.ALICE, "web", type("t2"), r -> r.clientToken = "k"));

    assertThat(version("k", "t2", id)).isEqualTo(2);
    assertThat(version("k", "t2", id)).isEqualTo(2);
    assertThat(version("l", "t2", id)).isEqualTo(3);
    assertRefused(ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH, () -> version("k", "t3", id));

    ACTIONS.chooseDefault(Callers.ALICE, id, "2", "k");
    ACTIONS.chooseDefault(Callers.ALICE, id, "3", null);
    assertThat(ACTIONS.chooseDefault(Callers.ALICE, id, "2", "k").defaultVersionNumber)
        .isEqualTo(3);
    assertRefused(
        ErrorCode.IDEMPOTENT_PARAMETER_MISMATCH,
        () -> ACTIONS.chooseDefault(Callers.ALICE, id, "1", "k"));
  }

  private static @Nullable Long version(String token, String type, @Nullable String id) {
    return ACTIONS.addVersion(Callers.ALICE, id, type(type), r -> r.clientToken = token)
        .versionNumber;
  }

  @Test
  void newVersionTakesFromItsSourceWhatItDoesNotSay() {
    String id = three();
    LaunchTemplateData key = new LaunchTemplateData();
    key.keyName = "k";
    LaunchTemplateVersionItem made =
        ACTIONS.addVersion(Callers.ALICE, id, key, r -> r.sourceVersion = "2");
    assertThat(made.versionNumber).isEqualTo(4);
    assertThat(data(made).instanceType).isEqualTo("t2");
    assertThat(data(made).keyName).isEqualTo("k");
    assertRefused(
        ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        () -> ACTIONS.addVersion(Callers.ALICE, id, null, r -> r.sourceVersion = "$Latest"));
    assertRefused(
        ErrorCode.MISSING_PARAMETER, () -> ACTIONS.addVersion(Callers.ALICE, id, null, r -> {}));
  }

  @Test
  void eachVersionHasAnOutcomeOfItsOwnWhenSeveralAreDeleted() {
    String id = three();
    DeleteLaunchTemplateVersionsResponse outcome =
        ACTIONS.deleteVersions(Callers.ALICE, id, "3", "1", "7", "3");
    assertThat(outcome.successfullyDeletedLaunchTemplateVersionSet)
        .extracting(item -> item.versionNumber)
        .containsExactly(3L);
    assertThat(outcome.unsuccessfullyDeletedLaunchTemplateVersionSet)
        .extracting(item -> Objects.requireNonNull(item.responseError).code)
        .containsExactly("unexpectedError", "launchTemplateVersionDoesNotExist");
    assertThat(ACTIONS.describe(Callers.ALICE, r -> {}).launchTemplates.get(0).latestVersionNumber)
        .isEqualTo(2);
    assertThat(ACTIONS.addVersion(Callers.ALICE, id, type("t4"), r -> {}).versionNumber)
        .as("numbers do not come back")
        .isEqualTo(4);
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> ACTIONS.deleteVersions(Callers.ALICE, id));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ACTIONS.deleteVersions(Callers.ALICE, id, "$Latest"));
  }

  @Test
  void deletedTemplateIsGoneWithAllThatHangsOnIt() {
    String id = three();
    ACTIONS.chooseDefault(Callers.ALICE, id, "$Latest", "k");
    assertThat(ACTIONS.delete(Callers.ALICE, null, "three").latestVersionNumber).isEqualTo(3);
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND,
        () -> ACTIONS.delete(Callers.ALICE, id, null));
    assertThat(ACTIONS.create(Callers.ALICE, "three").launchTemplateId).isNotEqualTo(id);
  }

  @Test
  void strangerNeitherSeesNorChangesIt() {
    String id = three();
    ErrorCode byId = ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND;
    ErrorCode byName = ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND;
    assertThat(ACTIONS.describe(Callers.BOB, r -> {}).launchTemplates).isEmpty();
    assertThat(ACTIONS.numbers(Callers.BOB, r -> r.launchTemplateVersionSet.add("$Latest")))
        .isEmpty();
    assertRefused(
        byId,
        () -> ACTIONS.describe(Callers.BOB, r -> r.launchTemplateIdSet.add(String.valueOf(id))));
    assertRefused(
        byName, () -> ACTIONS.describe(Callers.BOB, r -> r.launchTemplateNameSet.add("three")));
    assertRefused(byId, () -> ACTIONS.numbers(Callers.BOB, r -> r.launchTemplateId = id));
    assertRefused(byId, () -> ACTIONS.addVersion(Callers.BOB, id, type("t"), r -> {}));
    assertRefused(byId, () -> ACTIONS.chooseDefault(Callers.BOB, id, "2", null));
    assertRefused(byName, () -> ACTIONS.delete(Callers.BOB, null, "three"));
    assertThat(
            ACTIONS.deleteVersions(Callers.BOB, id, "2")
                .unsuccessfullyDeletedLaunchTemplateVersionSet)
        .extracting(item -> Objects.requireNonNull(item.responseError).code)
        .containsExactly("launchTemplateIdDoesNotExist");
    assertThat(ACTIONS.numbers(Callers.ALICE, r -> r.launchTemplateId = id)).hasSize(3);
  }

  @Test
  void templateIsNamedByIdOrByNameAndNotByBoth() {
    assertRefused(ErrorCode.MISSING_PARAMETER, () -> ACTIONS.delete(Callers.ALICE, null, null));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        () -> ACTIONS.delete(Callers.ALICE, NOWHERE, "three"));
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_MALFORMED,
        () -> ACTIONS.delete(Callers.ALICE, "lt-1", null));
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_MALFORMED,
        () -> ACTIONS.delete(Callers.ALICE, null, "a"));
  }
}
