package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeLaunchTemplateVersionsRequest;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which versions a caller wants to see. */
@Singleton
public class VersionChoice {
  private static final int MOST_NAMED = 200;
  private static final String VERSION = "LaunchTemplateVersion";

  private final NamedTemplates named;
  private final LaunchTemplateRepository repository;

  @Inject
  public VersionChoice(NamedTemplates named, LaunchTemplateRepository repository) {
    this.named = named;
    this.repository = repository;
  }

  /** A version that is to be shown. */
  public record Chosen(LaunchTemplate template, long number) {

    /** Sorts by template, the newest versions first. */
    public String key() {
      return String.format(Locale.ROOT, "%s/%019d", template.id(), Long.MAX_VALUE - number);
    }

    public LaunchTemplateVersion.Key version() {
      return new LaunchTemplateVersion.Key(template.id(), number);
    }
  }

  /** Those asked for, sorted by key; one that is named and not there is an error. */
  public List<Chosen> of(DescribeLaunchTemplateVersionsRequest request, String accountId) {
    boolean range = request.minVersion != null || request.maxVersion != null;
    List<String> words = request.launchTemplateVersionSet;
    if (range && !words.isEmpty()) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_COMBINATION,
          "LaunchTemplateVersion and MinVersion or MaxVersion cannot be used together.");
    }
    if (words.size() > MOST_NAMED) {
      throw Wording.invalid(
          VERSION, words.size() + " versions", "At most " + MOST_NAMED + " can be named at once.");
    }
    List<Chosen> chosen = new ArrayList<>();
    if (request.launchTemplateId == null && request.launchTemplateName == null) {
      everywhere(words, range, accountId, chosen);
    } else {
      LaunchTemplate template =
          named.find(accountId, request.launchTemplateId, request.launchTemplateName);
      numbers(template, request).forEach(number -> chosen.add(new Chosen(template, number)));
    }
    chosen.sort(Comparator.comparing(Chosen::key));
    return chosen;
  }

  private void everywhere(
      List<String> words, boolean range, String accountId, List<Chosen> chosen) {
    if (range || words.isEmpty()) {
      throw TemplateErrors.neitherIdNorName();
    }
    boolean latest = words.contains(TemplateNames.LATEST);
    boolean byDefault = words.contains(TemplateNames.DEFAULT);
    for (String word : words) {
      if (!word.equals(TemplateNames.LATEST) && !word.equals(TemplateNames.DEFAULT)) {
        throw Wording.invalid(
            VERSION, word, "Without a launch template it must be $Latest or $Default.");
      }
    }
    for (LaunchTemplate template : repository.all(accountId)) {
      Set<Long> numbers = new TreeSet<>();
      if (latest) {
        numbers.add(template.latestVersion());
      }
      if (byDefault) {
        numbers.add(template.defaultVersion());
      }
      numbers.forEach(number -> chosen.add(new Chosen(template, number)));
    }
  }

  private Set<Long> numbers(
      LaunchTemplate template, DescribeLaunchTemplateVersionsRequest request) {
    Set<Long> all = new TreeSet<>(repository.numbers(template));
    if (request.launchTemplateVersionSet.isEmpty()) {
      long least = bound(template, "MinVersion", request.minVersion, 0);
      long most = bound(template, "MaxVersion", request.maxVersion, Long.MAX_VALUE);
      all.removeIf(number -> number < least || number > most);
      return all;
    }
    Set<Long> wanted = new TreeSet<>();
    for (String word : request.launchTemplateVersionSet) {
      long number = TemplateNames.version(template, VERSION, word);
      if (!all.contains(number)) {
        throw TemplateErrors.versionNotFound(template, number);
      }
      wanted.add(number);
    }
    return wanted;
  }

  private static long bound(
      LaunchTemplate template, String parameter, @Nullable String word, long absent) {
    return word == null ? absent : TemplateNames.version(template, parameter, word);
  }
}
