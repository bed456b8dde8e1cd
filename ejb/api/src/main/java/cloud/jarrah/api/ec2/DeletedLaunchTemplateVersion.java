package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A version that was deleted. */
@XmlType(name = "DeleteLaunchTemplateVersionsResponseSuccessItemType")
public class DeletedLaunchTemplateVersion {
  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;

  public @Nullable Long versionNumber;
}
