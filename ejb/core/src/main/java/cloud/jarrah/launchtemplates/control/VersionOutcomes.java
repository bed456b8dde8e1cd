package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsRequest;
import cloud.jarrah.api.ec2.DeleteLaunchTemplateVersionsResponse;
import cloud.jarrah.api.ec2.DeletedLaunchTemplateVersion;
import cloud.jarrah.api.ec2.KeptLaunchTemplateVersion;
import cloud.jarrah.api.ec2.LaunchTemplateError;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.platform.actions.Wording;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells, version by version, what became of the wish to delete them. */
public final class VersionOutcomes {
  /** The public API has codes of its own for the parts of such an answer. */
  private static final Map<ErrorCode, String> CODES =
      Map.of(
          ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND, "launchTemplateIdDoesNotExist",
          ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_MALFORMED, "launchTemplateIdMalformed",
          ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND, "launchTemplateNameDoesNotExist",
          ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_MALFORMED, "launchTemplateNameMalformed");

  private final LaunchTemplate template;
  private final DeleteLaunchTemplateVersionsResponse response =
      new DeleteLaunchTemplateVersionsResponse();

  public VersionOutcomes(LaunchTemplate template) {
    this.template = template;
  }

  /** There is no such template, so nothing can be deleted of it. */
  public static DeleteLaunchTemplateVersionsResponse noTemplate(
      DeleteLaunchTemplateVersionsRequest request,
      Collection<Long> numbers,
      ApiException notThere) {
    String code = CODES.get(notThere.code());
    if (code == null) {
      throw notThere;
    }
    DeleteLaunchTemplateVersionsResponse response = new DeleteLaunchTemplateVersionsResponse();
    for (long number : numbers) {
      KeptLaunchTemplateVersion item = kept(number, code, String.valueOf(notThere.getMessage()));
      item.launchTemplateId = shown(request.launchTemplateId);
      item.launchTemplateName = shown(request.launchTemplateName);
      response.unsuccessfullyDeletedLaunchTemplateVersionSet.add(item);
    }
    return response;
  }

  private static @Nullable String shown(@Nullable String text) {
    return text == null ? null : Wording.shown(text);
  }

  public LaunchTemplate template() {
    return template;
  }

  public void deleted(long number) {
    DeletedLaunchTemplateVersion item = new DeletedLaunchTemplateVersion();
    item.launchTemplateId = template.id();
    item.launchTemplateName = template.name();
    item.versionNumber = number;
    response.successfullyDeletedLaunchTemplateVersionSet.add(item);
  }

  public void missing(long number) {
    ApiException error = TemplateErrors.versionNotFound(template, number);
    keep(number, "launchTemplateVersionDoesNotExist", String.valueOf(error.getMessage()));
  }

  public void isDefault(long number) {
    keep(
        number,
        "unexpectedError",
        "The default version of a launch template cannot be deleted. Choose another default"
            + " version first, or delete the launch template.");
  }

  private void keep(long number, String code, String message) {
    KeptLaunchTemplateVersion item = kept(number, code, message);
    item.launchTemplateId = template.id();
    item.launchTemplateName = template.name();
    response.unsuccessfullyDeletedLaunchTemplateVersionSet.add(item);
  }

  private static KeptLaunchTemplateVersion kept(long number, String code, String message) {
    LaunchTemplateError error = new LaunchTemplateError();
    error.code = code;
    error.message = message;
    KeptLaunchTemplateVersion item = new KeptLaunchTemplateVersion();
    item.versionNumber = number;
    item.responseError = error;
    return item;
  }

  public DeleteLaunchTemplateVersionsResponse response() {
    return response;
  }
}
