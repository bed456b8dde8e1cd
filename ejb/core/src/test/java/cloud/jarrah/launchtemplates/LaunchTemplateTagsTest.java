package cloud.jarrah.launchtemplates;

import static cloud.jarrah.launchtemplates.TemplateActions.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.FilterValue;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateItem;
import cloud.jarrah.api.ec2.ResourceTag;
import cloud.jarrah.api.ec2.TagSpecification;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TaggableTemplates;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestAccounts;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchTemplateTagsTest {
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

  private static TagSpecification tagged(String type, String key, String value) {
    ResourceTag tag = new ResourceTag();
    tag.key = key;
    tag.value = value;
    TagSpecification specification = new TagSpecification();
    specification.resourceType = type;
    specification.tagSet.add(tag);
    return specification;
  }

  private static LaunchTemplateItem create(String name, String stage) {
    return ACTIONS.create(
        Callers.ALICE,
        name,
        type("m1.small"),
        r -> r.tagSpecificationSet.add(tagged("launch-template", "stage", stage)));
  }

  private static List<LaunchTemplateItem> byTag(String value) {
    return ACTIONS.describe(
            Callers.ALICE,
            r -> {
              Filter filter = new Filter();
              filter.name = "tag:stage";
              FilterValue item = new FilterValue();
              item.value = value;
              filter.valueSet.add(item);
              r.filterSet.add(filter);
            })
        .launchTemplates;
  }

  @Test
  void templateIsFoundByTheTagsItWasMadeWith() {
    assertThat(Objects.requireNonNull(create("one", "test").tagSet))
        .singleElement()
        .satisfies(tag -> assertThat(tag.key + "=" + tag.value).isEqualTo("stage=test"));
    create("two", "live");
    assertThat(byTag("l*")).extracting(t -> t.launchTemplateName).containsExactly("two");
    assertThat(ACTIONS.delete(Callers.ALICE, null, "two").tagSet).isNotNull();
    assertThat(byTag("l*")).isEmpty();
    assertThat(ACTIONS.create(Callers.ALICE, "bare").tagSet).isNull();
  }

  @Test
  void tagsOfWhatIsLaunchedAreKeptInTheVersion() {
    LaunchTemplateData data = new LaunchTemplateData();
    data.tagSpecificationSet.add(tagged("instance", "a", ""));
    ACTIONS.create(Callers.ALICE, "tagged", data, r -> {});
    assertThat(
            ACTIONS.versions(Callers.ALICE, r -> r.launchTemplateName = "tagged")
                .launchTemplateVersionSet)
        .singleElement()
        .satisfies(
            version -> {
              TagSpecification kept =
                  Objects.requireNonNull(version.launchTemplateData).tagSpecificationSet.get(0);
              assertThat(kept.resourceType).isEqualTo("instance");
              assertThat(kept.tagSet.get(0).value).isEmpty();
            });
  }

  @Test
  void tagsOfWhatIsNotMadeAreRefused() {
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () ->
            ACTIONS.create(
                Callers.ALICE,
                "abc",
                type("t"),
                r -> r.tagSpecificationSet.add(tagged("instance", "a", "b"))));
    LaunchTemplateData data = new LaunchTemplateData();
    data.tagSpecificationSet.add(tagged("launch-template", "a", "b"));
    assertRefused(
        ErrorCode.INVALID_PARAMETER_VALUE,
        () -> ACTIONS.create(Callers.ALICE, "abc", data, r -> {}));
  }

  @Test
  void onlyTheOwnersTemplatesCanBeTagged() {
    String id = String.valueOf(create("mine", "test").launchTemplateId);
    TaggableTemplates kind =
        new TaggableTemplates(
            new NamedTemplates(
                new LaunchTemplateRepository(DB.entityManager()), new Arns(() -> "jarrah-1")));
    String alice = Callers.ALICE.accountId();
    assertThat(DB.transactions().requiresNew(() -> kind.require(alice, Set.of(id))))
        .containsExactly(id);
    assertRefused(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND,
        () ->
            DB.transactions().requiresNew(() -> kind.require(Callers.BOB.accountId(), Set.of(id))));
  }
}
