package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Takes tags off resources; without tags, all of them. */
@XmlRootElement(name = "DeleteTags")
@XmlType(name = "DeleteTagsType")
public class DeleteTagsRequest {
  @QueryName(value = "ResourceId", leaf = "resourceId")
  @XmlElementWrapper(name = "resourcesSet", required = true)
  @XmlElement(name = "item")
  public List<ResourceId> resourcesSet = new ArrayList<>();

  @QueryName("Tag")
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public List<DeleteTag> tagSet = new ArrayList<>();
}
