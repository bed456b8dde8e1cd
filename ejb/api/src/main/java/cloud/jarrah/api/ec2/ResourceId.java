package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The id of a resource of any kind. */
@XmlType(name = "ResourceIdSetItemType")
public class ResourceId {
  @XmlElement(required = true)
  public @Nullable String resourceId;
}
