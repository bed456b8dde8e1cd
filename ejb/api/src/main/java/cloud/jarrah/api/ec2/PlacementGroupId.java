package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A placement group asked for by id. */
@XmlType(name = "DescribePlacementGroupIdItemType")
public class PlacementGroupId {
  @XmlElement(required = true)
  public @Nullable String groupId;
}
