package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.platform.actions.Arns;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the template and the version that a request names. */
@Singleton
public class NamedTemplates {
  private final LaunchTemplateRepository repository;
  private final Arns arns;

  @Inject
  public NamedTemplates(LaunchTemplateRepository repository, Arns arns) {
    this.repository = repository;
    this.arns = arns;
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

  /**
   * All that are named, by id and each once, in one query.
   *
   * @throws ApiException if one of them is not there
   */
  public List<LaunchTemplate> find(String accountId, List<String> ids, List<String> names) {
    Set<String> askedIds = ids.stream().map(TemplateNames::id).collect(Collectors.toSet());
    Set<String> askedNames = names.stream().map(TemplateNames::name).collect(Collectors.toSet());
    List<LaunchTemplate> found = repository.some(accountId, askedIds, askedNames);
    Set<String> foundIds = ids(found);
    for (String id : ids) {
      if (!foundIds.contains(TemplateNames.id(id))) {
        throw TemplateErrors.idNotFound(id);
      }
    }
    Set<String> foundNames = found.stream().map(LaunchTemplate::name).collect(Collectors.toSet());
    for (String name : names) {
      if (!foundNames.contains(name)) {
        throw TemplateErrors.nameNotFound(name);
      }
    }
    return found;
  }

  /**
   * Locks all that are named, in one query and in the order of their ids; says how they are stored.
   */
  public Set<String> lock(String accountId, Set<String> ids) {
    Set<String> asked =
        ids.stream().map(TemplateNames::id).collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>(asked);
    missing.removeAll(ids(repository.lock(accountId, asked)));
    if (!missing.isEmpty()) {
      throw TemplateErrors.idNotFound(missing.iterator().next());
    }
    return asked;
  }

  private static Set<String> ids(List<LaunchTemplate> templates) {
    return templates.stream().map(LaunchTemplate::id).collect(Collectors.toSet());
  }

  /** A template's name for policies and events. */
  public String arn(LaunchTemplate template) {
    return arn(template.accountId(), template.id());
  }

  /** Of one that has no id yet: {@code *}. */
  public String arn(String accountId, String id) {
    return arns.of(accountId, TaggableTemplates.TYPE, id);
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
