package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Deletes a launch template with all its versions. */
@XmlRootElement(name = "DeleteLaunchTemplate")
@XmlType(name = "DeleteLaunchTemplateType")
@Since("2016-11-15")
public class DeleteLaunchTemplateRequest {
  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;
}
