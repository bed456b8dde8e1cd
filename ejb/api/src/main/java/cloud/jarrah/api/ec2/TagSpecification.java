package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags for what an action makes. */
@XmlType(name = "TagSpecificationType")
public class TagSpecification {
  /** For example {@code instance}. */
  public @Nullable String resourceType;

  @QueryName("Tag")
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public List<ResourceTag> tagSet = new ArrayList<>();
}
