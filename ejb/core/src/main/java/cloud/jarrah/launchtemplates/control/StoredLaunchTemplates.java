package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ec2.LaunchTemplateSpecification;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Launch templates in the database. */
@Singleton
public final class StoredLaunchTemplates implements LaunchTemplates {
  private final NamedTemplates named;

  @Inject
  public StoredLaunchTemplates(NamedTemplates named) {
    this.named = named;
  }

  @Override
  public Completed complete(RunInstancesRequest request, String accountId) {
    LaunchTemplateSpecification wanted = request.launchTemplate;
    if (wanted == null) {
      return new Completed(request, List.of());
    }
    LaunchTemplate template =
        named.find(accountId, wanted.launchTemplateId, wanted.launchTemplateName);
    String word =
        wanted.version == null || wanted.version.isEmpty() ? TemplateNames.DEFAULT : wanted.version;
    LaunchTemplateVersion version = named.version(template, "LaunchTemplate.Version", word);
    return new Completed(
        TemplateMerge.complete(request, TemplateContent.read(version.content())),
        List.of(named.arn(template)));
  }
}
