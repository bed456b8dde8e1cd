package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Puts tags on resources; of a key that is there already the value is replaced. */
@XmlRootElement(name = "CreateTags")
@XmlType(name = "CreateTagsType")
public class CreateTagsRequest {
  @QueryName(value = "ResourceId", leaf = "resourceId")
  @XmlElementWrapper(name = "resourcesSet", required = true)
  @XmlElement(name = "item")
  public List<ResourceId> resourcesSet = new ArrayList<>();

  @QueryName("Tag")
  @XmlElementWrapper(name = "tagSet", required = true)
  @XmlElement(name = "item")
  public List<ResourceTag> tagSet = new ArrayList<>();
}
