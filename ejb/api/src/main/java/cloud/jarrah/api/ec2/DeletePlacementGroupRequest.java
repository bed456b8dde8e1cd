package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Deletes a placement group that nothing is in. */
@XmlRootElement(name = "DeletePlacementGroup")
@XmlType(name = "DeletePlacementGroupType")
public class DeletePlacementGroupRequest {
  @XmlElement(required = true)
  public @Nullable String groupName;
}
