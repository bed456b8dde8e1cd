package cloud.jarrah.launchtemplates.boundary;

import cloud.jarrah.api.ec2.CreateLaunchTemplateVersionRequest;
import cloud.jarrah.api.ec2.CreateLaunchTemplateVersionResponse;
import cloud.jarrah.api.ec2.LaunchTemplateData;
import cloud.jarrah.launchtemplates.control.NamedTemplates;
import cloud.jarrah.launchtemplates.control.TemplateContent;
import cloud.jarrah.launchtemplates.control.TemplateDataRules;
import cloud.jarrah.launchtemplates.control.TemplateItems;
import cloud.jarrah.launchtemplates.control.TemplateMerge;
import cloud.jarrah.launchtemplates.control.TemplateNames;
import cloud.jarrah.launchtemplates.control.TemplateRegister;
import cloud.jarrah.launchtemplates.control.TemplateTokens;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.launchtemplates.entity.LaunchTemplateVersion;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Prepared;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a version, based on another one if that is wanted. */
@Singleton
@ApiAction(effect = Effect.WRITE)
public class CreateLaunchTemplateVersion
    implements Action<CreateLaunchTemplateVersionRequest, CreateLaunchTemplateVersionResponse> {
  private final TemplateRegister register;
  private final NamedTemplates named;
  private final TemplateTokens tokens;

  @Inject
  public CreateLaunchTemplateVersion(
      TemplateRegister register, NamedTemplates named, TemplateTokens tokens) {
    this.register = register;
    this.named = named;
    this.tokens = tokens;
  }

  @Override
  public Prepared<CreateLaunchTemplateVersionResponse> prepare(
      CreateLaunchTemplateVersionRequest request, Caller caller) {
    String description = TemplateNames.description(request.versionDescription);
    LaunchTemplateData said = said(request);
    LaunchTemplate template =
        named.lock(caller.accountId(), request.launchTemplateId, request.launchTemplateName);
    TemplateTokens.Asked asked =
        TemplateTokens.Asked.of(
            caller.accountId(),
            "CreateLaunchTemplateVersion",
            request.clientToken,
            template.id(),
            request.sourceVersion,
            description,
            TemplateContent.write(said));
    Optional<LaunchTemplateVersion.Key> earlier = tokens.earlier(asked);
    if (earlier.isPresent()) {
      String number = Long.toString(earlier.get().number());
      LaunchTemplateVersion version = named.version(template, "LaunchTemplateVersion", number);
      return Prepared.of(() -> response(template, version));
    }
    register.requireRoom(template);
    String content = content(template, request.sourceVersion, said);
    return Prepared.of(
        List.of(named.arn(template)),
        () -> {
          LaunchTemplateVersion made = register.addVersion(caller, template, description, content);
          tokens.remember(asked, new LaunchTemplateVersion.Key(template.id(), made.number()));
          return response(template, made);
        });
  }

  /** Without a version to copy from, the data have to say something. */
  private static LaunchTemplateData said(CreateLaunchTemplateVersionRequest request) {
    if (isEmpty(request.sourceVersion)) {
      return TemplateDataRules.require(request.launchTemplateData);
    }
    return request.launchTemplateData == null
        ? new LaunchTemplateData()
        : TemplateDataRules.check(request.launchTemplateData);
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private String content(
      LaunchTemplate template, @Nullable String source, LaunchTemplateData said) {
    if (isEmpty(source)) {
      return TemplateContent.write(said);
    }
    String base = named.version(template, "SourceVersion", source).content();
    return TemplateContent.write(TemplateMerge.onto(TemplateContent.read(base), said));
  }

  private static CreateLaunchTemplateVersionResponse response(
      LaunchTemplate template, LaunchTemplateVersion version) {
    CreateLaunchTemplateVersionResponse response = new CreateLaunchTemplateVersionResponse();
    response.launchTemplateVersion = TemplateItems.item(template, version);
    return response;
  }
}
