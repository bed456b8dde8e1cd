package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Which versions were deleted and which were not. */
@XmlRootElement(name = "DeleteLaunchTemplateVersionsResponse")
@XmlType(name = "DeleteLaunchTemplateVersionsResponseType")
public class DeleteLaunchTemplateVersionsResponse extends Ec2Response {
  @XmlElementWrapper(name = "successfullyDeletedLaunchTemplateVersionSet")
  @XmlElement(name = "item")
  public List<DeletedLaunchTemplateVersion> successfullyDeletedLaunchTemplateVersionSet =
      new ArrayList<>();

  @XmlElementWrapper(name = "unsuccessfullyDeletedLaunchTemplateVersionSet")
  @XmlElement(name = "item")
  public List<KeptLaunchTemplateVersion> unsuccessfullyDeletedLaunchTemplateVersionSet =
      new ArrayList<>();
}
