package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The launch template as it is now. */
@XmlRootElement(name = "ModifyLaunchTemplateResponse")
@XmlType(name = "ModifyLaunchTemplateResponseType")
public class ModifyLaunchTemplateResponse extends Ec2Response {
  @XmlElement(required = true)
  public @Nullable LaunchTemplateItem launchTemplate;
}
