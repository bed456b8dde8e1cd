package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds the template and the version that a request names. */
@Singleton
public class NamedTemplates {
  private final LaunchTemplateRepository repository;

  @Inject
  public NamedTemplates(LaunchTemplateRepository repository) {
    this.repository = repository;
  }

  /**
   * By id or by name, whichever is given.
   *
   * @throws ApiException if there is none, or if both are given or neither is
   */
  public LaunchTemplate find(String accountId, @Nullable String id, @Nullable String name) {
    requireOne(id, name);
    return id != null
        ? repository
            .byId(accountId, TemplateNames.id(id))
            .orElseThrow(() -> TemplateErrors.idNotFound(id))
        : repository
            .byName(accountId, TemplateNames.name(name))
            .orElseThrow(() -> TemplateErrors.nameNotFound(String.valueOf(name)));
  }

  /** The same, for changing it: nobody else does until the transaction ends. */
  public LaunchTemplate lock(String accountId, @Nullable String id, @Nullable String name) {
    requireOne(id, name);
    return id != null
        ? repository
            .lockById(accountId, TemplateNames.id(id))
            .orElseThrow(() -> TemplateErrors.idNotFound(id))
        : repository
            .lockByName(accountId, TemplateNames.name(name))
            .orElseThrow(() -> TemplateErrors.nameNotFound(String.valueOf(name)));
  }

  /** Whether exactly one of the two is given. */
  public static void requireOne(@Nullable String id, @Nullable String name) {
    if (id != null && name != null) {
      throw TemplateErrors.idAndName();
    }
    if (id == null && name == null) {
      throw TemplateErrors.neitherIdNorName();
    }
  }

  /**
   * The version that a word stands for.
   *
   * @param parameter the word's name, for the error
   * @param word a number, {@code $Latest} or {@code $Default}
   */
  public LaunchTemplateVersion version(
      LaunchTemplate template, String parameter, @Nullable String word) {
    long number = TemplateNames.version(template, parameter, word);
    return repository
        .version(template, number)
        .orElseThrow(() -> TemplateErrors.versionNotFound(template, number));
  }
}
