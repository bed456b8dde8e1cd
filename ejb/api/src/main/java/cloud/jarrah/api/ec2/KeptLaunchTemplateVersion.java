package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A version that could not be deleted, and why. */
@XmlType(name = "DeleteLaunchTemplateVersionsResponseErrorItemType")
public class KeptLaunchTemplateVersion {
  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;

  public @Nullable Long versionNumber;

  @XmlElement(required = true)
  public @Nullable LaunchTemplateError responseError;
}
