package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.api.ec2.DeleteLaunchTemplateRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateResponse;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TemplateItems;
import cloud.jarrah.launchtemplates.control.TemplateRegister;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Deletes a launch template with all its versions; what was launched by it stays. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class DeleteLaunchTemplate
    implements Action<DeleteLaunchTemplateRequest, DeleteLaunchTemplateResponse> {
  private final NamedTemplates named;
  private final TemplateRegister register;
  private final TemplateItems items;

  @Inject
  public DeleteLaunchTemplate(
      NamedTemplates named, TemplateRegister register, TemplateItems items) {
    this.named = named;
    this.register = register;
    this.items = items;
  }

  @Override
  public Prepared<DeleteLaunchTemplateResponse> prepare(
      DeleteLaunchTemplateRequest request, Caller caller) {
    LaunchTemplate template =
        named.lock(caller.accountId(), request.launchTemplateId, request.launchTemplateName);
    return Prepared.of(
        List.of(named.arn(template)),
        () -> {
          DeleteLaunchTemplateResponse response = new DeleteLaunchTemplateResponse();
          response.launchTemplate = items.item(template);
          register.delete(template);
          return response;
        });
  }
}
