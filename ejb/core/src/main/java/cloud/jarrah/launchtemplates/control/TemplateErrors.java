package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.launchtemplates.entity.LaunchTemplate;
import cloud.jarrah.platform.actions.Wording;
import org.jspecify.annotations.Nullable;

/** What callers are told about launch templates. */
public final class TemplateErrors {
  private TemplateErrors() {}

  public static ApiException idNotFound(String id) {
    return new ApiException(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_NOT_FOUND,
        "The specified launch template, with template ID "
            + Wording.shown(id)
            + ", does not exist.");
  }

  public static ApiException nameNotFound(String name) {
    return new ApiException(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_NOT_FOUND,
        "The specified launch template, with template name "
            + Wording.shown(name)
            + ", does not exist.");
  }

  public static ApiException malformedId(String id) {
    return Wording.malformedId(ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_MALFORMED, id, "lt");
  }

  public static ApiException malformedName(String name) {
    return new ApiException(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_MALFORMED,
        "The launch template name '"
            + Wording.shown(name)
            + "' must have 3 to 128 characters: letters, digits and ( ) . / - _");
  }

  public static ApiException nameTaken() {
    return new ApiException(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_NAME_ALREADY_EXISTS,
        "Launch template name already in use.");
  }

  public static ApiException versionNotFound(LaunchTemplate template, long number) {
    return new ApiException(
        ErrorCode.INVALID_LAUNCH_TEMPLATE_ID_VERSION_NOT_FOUND,
        "Could not find the specified version "
            + number
            + " for the launch template with ID "
            + template.id()
            + ".");
  }

  public static ApiException malformedVersion(String parameter, @Nullable String version) {
    return Wording.invalid(
        parameter, version, "It must be the number of a version, $Latest or $Default.");
  }

  public static ApiException idAndName() {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        "Name the launch template by its id or by its name, but not by both.");
  }

  public static ApiException groupNameAndId() {
    return new ApiException(
        ErrorCode.INVALID_PARAMETER_COMBINATION,
        "The parameters LaunchTemplateData.Placement.GroupName and"
            + " LaunchTemplateData.Placement.GroupId cannot be used together.");
  }

  public static ApiException neitherIdNorName() {
    return Wording.missing("LaunchTemplateId or LaunchTemplateName");
  }

  public static ApiException tooManyVersions(LaunchTemplate template, int most) {
    return new ApiException(
        ErrorCode.RESOURCE_LIMIT_EXCEEDED,
        "The launch template "
            + template.id()
            + " has "
            + most
            + " versions already, which is the limit. Delete versions that are not needed.");
  }
}
