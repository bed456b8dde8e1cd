package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes versions of a launch template. */
@XmlRootElement(name = "DeleteLaunchTemplateVersions")
@XmlType(name = "DeleteLaunchTemplateVersionsType")
@Since("2016-11-15")
public class DeleteLaunchTemplateVersionsRequest {
  public @Nullable String launchTemplateId;

  public @Nullable String launchTemplateName;

  @QueryName("LaunchTemplateVersion")
  @XmlElementWrapper(name = "launchTemplateVersionSet")
  @XmlElement(name = "item")
  public List<String> launchTemplateVersionSet = new ArrayList<>();
}
