package cloud.jarrah.launchtemplates;

import cloud.jarrah.api.ec2.CreateLaunchTemplateRequest;
import cloud.jarrah.api.ec2.CreateLaunchTemplateVersionRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsResponse;
import cloud.jarrah.api.ec2.DescribeLaunchTemplateVersionsRequest;
import cloud.jarrah.api.ec2.DescribeLaunchTemplateVersionsResponse;
import cloud.jarrah.api.ec2.DescribeLaunchTemplatesRequest;
import cloud.jarrah.api.ec2.DescribeLaunchTemplatesResponse;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.api.ec2.LaunchTemplateItem;
import cloud.jarrah.api.ec2.LaunchTemplateVersionItem;
import cloud.jarrah.api.ec2.ModifyLaunchTemplateRequest;
import cloud.jarrah.launchtemplates.boundary.CreateLaunchTemplate;
import cloud.jarrah.launchtemplates.boundary.CreateLaunchTemplateVersion;
import cloud.jarrah.launchtemplates.boundary.DeleteLaunchTemplate;
import cloud.jarrah.launchtemplates.boundary.DeleteLaunchTemplateVersions;
import cloud.jarrah.launchtemplates.boundary.DescribeLaunchTemplateVersions;
import cloud.jarrah.launchtemplates.boundary.DescribeLaunchTemplates;
import cloud.jarrah.launchtemplates.boundary.ModifyLaunchTemplate;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TemplateItems;
import cloud.jarrah.launchtemplates.control.TemplateLimits;
import cloud.jarrah.launchtemplates.control.TemplateRegister;
import cloud.jarrah.launchtemplates.control.TemplateTokens;
import cloud.jarrah.launchtemplates.control.TokenMemory;
import cloud.jarrah.launchtemplates.control.VersionChoice;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.platform.actions.Arns;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.paging.Paging;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.CountingIds;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import cloud.jarrah.platform.testing.TestKeys;
import cloud.jarrah.tags.control.Tags;
import cloud.jarrah.tags.entity.TagRepository;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The verbs of the tests: every action on launch templates, with few words. */
final class TemplateActions {
  static final int MOST_VERSIONS = 4;

  private final TestDatabase db;
  private final LaunchTemplateRepository repository;
  private final NamedTemplates named;
  private final TemplateRegister register;
  private final TemplateTokens tokens;
  private final TemplateItems items;
  private final SettableTime time = new SettableTime();
  private final Paging paging = new Paging(TestKeys.fixed());

  TemplateActions(TestDatabase db) {
    this.db = db;
    repository = new LaunchTemplateRepository(db.entityManager());
    named = new NamedTemplates(repository, new Arns(() -> "jarrah-1"));
    Tags tags = new Tags(new TagRepository(db.entityManager()));
    items = new TemplateItems(tags);
    TemplateLimits limits =
        new TemplateLimits(
            TestKeys.settings(Map.of("jarrah.launchtemplates.versions", "" + MOST_VERSIONS)));
    register = new TemplateRegister(repository, limits, tags, new CountingIds(), time);
    tokens = new TemplateTokens(repository, time);
  }

  /** Lets time pass and the timer run; how many tokens are forgotten. */
  int tokensForgottenAfter(Duration duration) {
    time.advance(duration);
    return new TokenMemory(repository, db.transactions(), time).purge();
  }

  static LaunchTemplateData type(String type) {
    LaunchTemplateData data = new LaunchTemplateData();
    data.instanceType = type;
    return data;
  }

  LaunchTemplateItem create(Caller caller, @Nullable String name) {
    return create(caller, name, type("m1.small"), request -> {});
  }

  LaunchTemplateItem create(
      Caller caller,
      @Nullable String name,
      @Nullable LaunchTemplateData data,
      Consumer<CreateLaunchTemplateRequest> more) {
    CreateLaunchTemplateRequest request = new CreateLaunchTemplateRequest();
    request.launchTemplateName = name;
    request.launchTemplateData = data;
    more.accept(request);
    return Objects.requireNonNull(
        Actions.run(db, new CreateLaunchTemplate(register, named, tokens, items), request, caller)
            .launchTemplate);
  }

  LaunchTemplateVersionItem addVersion(
      Caller caller,
      @Nullable String id,
      @Nullable LaunchTemplateData data,
      Consumer<CreateLaunchTemplateVersionRequest> more) {
    CreateLaunchTemplateVersionRequest request = new CreateLaunchTemplateVersionRequest();
    request.launchTemplateId = id;
    request.launchTemplateData = data;
    more.accept(request);
    return Objects.requireNonNull(
        Actions.run(db, new CreateLaunchTemplateVersion(register, named, tokens), request, caller)
            .launchTemplateVersion);
  }

  DescribeLaunchTemplatesResponse describe(
      Caller caller, Consumer<DescribeLaunchTemplatesRequest> more) {
    DescribeLaunchTemplatesRequest request = new DescribeLaunchTemplatesRequest();
    more.accept(request);
    return Actions.run(
        db, new DescribeLaunchTemplates(named, repository, items, paging), request, caller);
  }

  DescribeLaunchTemplateVersionsResponse versions(
      Caller caller, Consumer<DescribeLaunchTemplateVersionsRequest> more) {
    DescribeLaunchTemplateVersionsRequest request = new DescribeLaunchTemplateVersionsRequest();
    more.accept(request);
    return Actions.run(
        db,
        new DescribeLaunchTemplateVersions(
            new VersionChoice(named, repository), repository, paging),
        request,
        caller);
  }

  List<Long> numbers(Caller caller, Consumer<DescribeLaunchTemplateVersionsRequest> more) {
    return versions(caller, more).launchTemplateVersionSet.stream()
        .map(item -> Objects.requireNonNull(item.versionNumber))
        .toList();
  }

  LaunchTemplateItem chooseDefault(
      Caller caller, @Nullable String id, @Nullable String version, @Nullable String token) {
    ModifyLaunchTemplateRequest request = new ModifyLaunchTemplateRequest();
    request.launchTemplateId = id;
    request.setDefaultVersion = version;
    request.clientToken = token;
    return Objects.requireNonNull(
        Actions.run(db, new ModifyLaunchTemplate(named, tokens, items), request, caller)
            .launchTemplate);
  }

  LaunchTemplateItem delete(Caller caller, @Nullable String id, @Nullable String name) {
    DeleteLaunchTemplateRequest request = new DeleteLaunchTemplateRequest();
    request.launchTemplateId = id;
    request.launchTemplateName = name;
    return Objects.requireNonNull(
        Actions.run(db, new DeleteLaunchTemplate(named, register, items), request, caller)
            .launchTemplate);
  }

  DeleteLaunchTemplateVersionsResponse deleteVersions(
      Caller caller, @Nullable String id, String... versions) {
    DeleteLaunchTemplateVersionsRequest request = new DeleteLaunchTemplateVersionsRequest();
    request.launchTemplateId = id;
    request.launchTemplateVersionSet.addAll(List.of(versions));
    return Actions.run(
        db, new DeleteLaunchTemplateVersions(named, repository, register), request, caller);
  }
}
