package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Adds a version to a launch template. */
@XmlRootElement(name = "CreateLaunchTemplateVersion")
@XmlType(name = "CreateLaunchTemplateVersionType")
@Since("2016-11-15")
public class CreateLaunchTemplateVersionRequest {
  /** Makes the request idempotent: at most 64 ASCII characters. */
  public @Nullable String clientToken;

  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;

  /** Its data count where the new data say nothing. */
  public @Nullable String sourceVersion;

  public @Nullable String versionDescription;

  public @Nullable LaunchTemplateData launchTemplateData;

  @Unsupported(except = "false")
  public @Nullable Boolean resolveAlias;
}
