package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.api.ec2.CreateLaunchTemplateRequest;
import cloud.jarrah.api.ec2.CreateLaunchTemplateResponse;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TemplateContent;
import cloud.jarrah.launchtemplates.control.TemplateDataRules;
import cloud.jarrah.launchtemplates.control.TemplateItems;
import cloud.jarrah.launchtemplates.control.TemplateNames;
import cloud.jarrah.launchtemplates.control.TemplateRegister;
import cloud.jarrah.launchtemplates.control.TemplateTags;
import cloud.jarrah.launchtemplates.control.TemplateTokens;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.quotas.control.QuotaDefaults;
import cloud.jarrah.tags.control.TagSpecifications;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Makes a launch template with its first version, which is the default. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class CreateLaunchTemplate
    implements Action<CreateLaunchTemplateRequest, CreateLaunchTemplateResponse> {
  private final TemplateRegister register;
  private final NamedTemplates named;
  private final TemplateTokens tokens;
  private final TemplateItems items;

  @Inject
  public CreateLaunchTemplate(
      TemplateRegister register, NamedTemplates named, TemplateTokens tokens, TemplateItems items) {
    this.register = register;
    this.named = named;
    this.tokens = tokens;
    this.items = items;
  }

  @Override
  public Prepared<CreateLaunchTemplateResponse> prepare(
      CreateLaunchTemplateRequest request, Caller caller) {
    String account = caller.accountId();
    String name = TemplateNames.require(request.launchTemplateName);
    String description = TemplateNames.description(request.versionDescription);
    String content = TemplateContent.write(TemplateDataRules.require(request.launchTemplateData));
    TagSpecifications tags = TemplateTags.ofTemplate(request.tagSpecificationSet);
    TemplateTokens.Asked asked =
        TemplateTokens.Asked.of(
            account,
            "CreateLaunchTemplate",
            request.clientToken,
            name,
            description,
            content,
            tags.toString());
    Optional<LaunchTemplateVersion.Key> earlier = tokens.earlier(asked);
    if (earlier.isPresent()) {
      return Prepared.of(() -> response(named.find(account, earlier.get().templateId(), null)));
    }
    register.requireFree(account, name);
    return new Prepared<>(
        List.of(named.arn(account, "*")),
        List.of(new Prepared.Charge(QuotaDefaults.LAUNCH_TEMPLATES, 1)),
        () -> {
          LaunchTemplate made = register.create(caller, name, description, content, tags);
          tokens.remember(asked, new LaunchTemplateVersion.Key(made.id(), made.latestVersion()));
          return response(made);
        });
  }

  private CreateLaunchTemplateResponse response(LaunchTemplate template) {
    CreateLaunchTemplateResponse response = new CreateLaunchTemplateResponse();
    response.launchTemplate = items.item(template);
    return response;
  }
}
