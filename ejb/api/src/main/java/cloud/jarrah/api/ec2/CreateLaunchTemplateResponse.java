package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The new launch template. */
@XmlRootElement(name = "CreateLaunchTemplateResponse")
@XmlType(name = "CreateLaunchTemplateResponseType")
public class CreateLaunchTemplateResponse extends Ec2Response {
  @XmlElement(required = true)
  public @Nullable LaunchTemplateItem launchTemplate;
}
