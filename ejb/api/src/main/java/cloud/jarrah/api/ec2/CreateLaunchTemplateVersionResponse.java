package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The new version. */
@XmlRootElement(name = "CreateLaunchTemplateVersionResponse")
@XmlType(name = "CreateLaunchTemplateVersionResponseType")
public class CreateLaunchTemplateVersionResponse extends Ec2Response {
  @XmlElement(required = true)
  public @Nullable LaunchTemplateVersionItem launchTemplateVersion;
}
