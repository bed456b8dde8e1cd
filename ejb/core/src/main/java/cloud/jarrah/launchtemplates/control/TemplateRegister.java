package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.ids.Ids;
import cloud.jarrah.platform.time.DatabaseTime;
import cloud.jarrah.tags.control.TagSpecifications;
import cloud.jarrah.tags.control.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes templates and their versions, and deletes versions. */
@Singleton
public class TemplateRegister {
  private final LaunchTemplateRepository repository;
  private final TemplateLimits limits;
  private final Tags tags;
  private final Ids ids;
  private final DatabaseTime time;

  @Inject
  public TemplateRegister(
      LaunchTemplateRepository repository,
      TemplateLimits limits,
      Tags tags,
      Ids ids,
      DatabaseTime time) {
    this.repository = repository;
    this.limits = limits;
    this.tags = tags;
    this.ids = ids;
    this.time = time;
  }

  /** A name nobody else in the account uses. */
  public void requireFree(String accountId, String name) {
    if (repository.byName(accountId, name).isPresent()) {
      throw TemplateErrors.nameTaken();
    }
  }

  /** Whether the template may have one version more; its row is locked. */
  public void requireRoom(LaunchTemplate template) {
    if (repository.versions(template) >= limits.versions()) {
      throw TemplateErrors.tooManyVersions(template, limits.versions());
    }
  }

  /**
   * Makes a template with its first version.
   *
   * @param wanted tags for the template itself
   */
  public LaunchTemplate create(
      Caller caller,
      String name,
      @Nullable String description,
      String content,
      TagSpecifications wanted) {
    Instant now = time.now();
    String by = caller.identity().arn();
    LaunchTemplate template = new LaunchTemplate(ids.next("lt"), caller.accountId(), name, by, now);
    repository.add(template);
    repository.add(
        new LaunchTemplateVersion(
            new LaunchTemplateVersion.Key(template.id(), template.latestVersion()),
            description,
            content,
            new LaunchTemplateVersion.Origin(by, now)));
    tags.put(
        caller.accountId(),
        TaggableTemplates.TYPE,
        template.id(),
        wanted.of(TaggableTemplates.TYPE));
    return template;
  }

  /** Deletes a template with its versions and tags. */
  public void delete(LaunchTemplate template) {
    repository.remove(template);
    tags.remove(template.id());
  }

  /** Adds a version to a template whose row is locked. */
  public LaunchTemplateVersion addVersion(
      Caller caller, LaunchTemplate template, @Nullable String description, String content) {
    LaunchTemplateVersion version =
        new LaunchTemplateVersion(
            new LaunchTemplateVersion.Key(template.id(), template.nextNumber()),
            description,
            content,
            new LaunchTemplateVersion.Origin(caller.identity().arn(), time.now()));
    repository.add(version);
    return version;
  }

  /** Deletes versions, not the default one, of a template whose row is locked. */
  public void delete(LaunchTemplate template, List<Long> numbers) {
    if (!numbers.isEmpty()) {
      repository.remove(template, numbers);
      // The default version is always left.
      template.latestIs(repository.numbers(template).get(0));
    }
  }
}
