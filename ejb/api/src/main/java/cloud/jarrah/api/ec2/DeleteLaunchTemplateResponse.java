package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The launch template as it was. */
@XmlRootElement(name = "DeleteLaunchTemplateResponse")
@XmlType(name = "DeleteLaunchTemplateResponseType")
public class DeleteLaunchTemplateResponse extends Ec2Response {
  @XmlElement(required = true)
  public @Nullable LaunchTemplateItem launchTemplate;
}
