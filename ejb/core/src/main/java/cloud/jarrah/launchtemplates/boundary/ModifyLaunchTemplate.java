package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.api.ec2.ModifyLaunchTemplateRequest;
import cloud.jarrah.api.ec2.ModifyLaunchTemplateResponse;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TemplateItems;
import cloud.jarrah.launchtemplates.control.TemplateTokens;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Wording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Chooses the default version. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class ModifyLaunchTemplate
    implements Action<ModifyLaunchTemplateRequest, ModifyLaunchTemplateResponse> {
  private final NamedTemplates named;
  private final TemplateTokens tokens;
  private final TemplateItems items;

  @Inject
  public ModifyLaunchTemplate(NamedTemplates named, TemplateTokens tokens, TemplateItems items) {
    this.named = named;
    this.tokens = tokens;
    this.items = items;
  }

  @Override
  public Prepared<ModifyLaunchTemplateResponse> prepare(
      ModifyLaunchTemplateRequest request, Caller caller) {
    if (request.setDefaultVersion == null || request.setDefaultVersion.isEmpty()) {
      throw Wording.missing("SetDefaultVersion");
    }
    LaunchTemplate template =
        named.lock(caller.accountId(), request.launchTemplateId, request.launchTemplateName);
    TemplateTokens.Asked asked =
        TemplateTokens.Asked.of(
            caller.accountId(),
            "ModifyLaunchTemplate",
            request.clientToken,
            template.id(),
            request.setDefaultVersion);
    if (tokens.earlier(asked).isPresent()) {
      return Prepared.of(() -> response(template));
    }
    LaunchTemplateVersion version =
        named.version(template, "SetDefaultVersion", request.setDefaultVersion);
    return Prepared.of(
        List.of(named.arn(template)),
        () -> {
          template.chooseDefault(version.number());
          tokens.remember(asked, new LaunchTemplateVersion.Key(template.id(), version.number()));
          return response(template);
        });
  }

  private ModifyLaunchTemplateResponse response(LaunchTemplate template) {
    ModifyLaunchTemplateResponse response = new ModifyLaunchTemplateResponse();
    response.launchTemplate = items.item(template);
    return response;
  }
}
