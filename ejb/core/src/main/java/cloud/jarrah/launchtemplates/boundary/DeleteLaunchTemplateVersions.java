package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsResponse;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TemplateNames;
import cloud.jarrah.launchtemplates.control.TemplateRegister;
import cloud.jarrah.launchtemplates.control.VersionOutcomes;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateRepository;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Deletes versions of a launch template. Each has an outcome of its own, as in the public API: what
 * is not there, or is the default version, is reported beside what was deleted.
 */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class DeleteLaunchTemplateVersions
    implements Action<DeleteLaunchTemplateVersionsRequest, DeleteLaunchTemplateVersionsResponse> {
  private static final String VERSION = "LaunchTemplateVersion";
  private static final int MOST_NAMED = 200;

  private final NamedTemplates named;
  private final LaunchTemplateRepository repository;
  private final TemplateRegister register;

  @Inject
  public DeleteLaunchTemplateVersions(
      NamedTemplates named, LaunchTemplateRepository repository, TemplateRegister register) {
    this.named = named;
    this.repository = repository;
    this.register = register;
  }

  @Override
  public Prepared<DeleteLaunchTemplateVersionsResponse> prepare(
      DeleteLaunchTemplateVersionsRequest request, Caller caller) {
    NamedTemplates.requireOne(request.launchTemplateId, request.launchTemplateName);
    SortedSet<Long> numbers = numbers(request.launchTemplateVersionSet);
    LaunchTemplate template;
    try {
      template =
          named.lock(caller.accountId(), request.launchTemplateId, request.launchTemplateName);
    } catch (ApiException notThere) {
      return Prepared.of(() -> VersionOutcomes.noTemplate(request, numbers, notThere));
    }
    return Prepared.of(
        List.of(named.arn(template)), () -> delete(new VersionOutcomes(template), numbers));
  }

  private static SortedSet<Long> numbers(List<String> versions) {
    if (versions.isEmpty()) {
      throw Wording.missing(VERSION);
    }
    if (versions.size() > MOST_NAMED) {
      throw Wording.invalid(
          VERSION,
          versions.size() + " versions",
          "At most " + MOST_NAMED + " can be deleted at once.");
    }
    SortedSet<Long> numbers = new TreeSet<>();
    versions.forEach(version -> numbers.add(TemplateNames.number(VERSION, version)));
    return numbers;
  }

  private DeleteLaunchTemplateVersionsResponse delete(
      VersionOutcomes outcomes, SortedSet<Long> numbers) {
    Set<Long> there = Set.copyOf(repository.numbers(outcomes.template()));
    List<Long> doomed = new ArrayList<>();
    for (long number : numbers) {
      if (!there.contains(number)) {
        outcomes.missing(number);
      } else if (number == outcomes.template().defaultVersion()) {
        outcomes.isDefault(number);
      } else {
        doomed.add(number);
        outcomes.deleted(number);
      }
    }
    register.delete(outcomes.template(), doomed);
    return outcomes.response();
  }
}
